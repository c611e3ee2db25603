using FinalAccounts.Accounts;

namespace FinalAccounts.Formulas;

/// <summary>Which rows of a table a formula means.</summary>
internal abstract record RowSelector(int Position);

/// <summary>A row by its key or subject code; the column of a single table.</summary>
internal sealed record NamedRow(string Name, int Position) : RowSelector(Position);

/// <summary>All subjects of a level: 类.</summary>
internal sealed record LevelRows(SubjectLevel Level, int Position) : RowSelector(Position);

/// <summary>All rows of a list without its 合计: 各行.</summary>
internal sealed record EachRow(int Position) : RowSelector(Position);

/// <summary>The subjects of a level below a subject: 201/款, 行/项.</summary>
/// <param name="Parent">A named or the current row.</param>
internal sealed record ChildRows(RowSelector Parent, SubjectLevel Level, int Position) : RowSelector(Position);

/// <summary>The rows from one to another in the layout's order.</summary>
internal sealed record RowRun(string From, string To, int ToPosition, int Position) : RowSelector(Position);

/// <summary>行: the row that a rule repeats over, by its key.</summary>
internal sealed record CurrentRow(int Position) : RowSelector(Position);

/// <summary>行名: the row of a fixed table whose name is that of the current row (一般公共服务支出).</summary>
internal sealed record CurrentRowName(int Position) : RowSelector(Position);
