namespace FinalAccounts.Formulas;

/// <summary>A node of a parsed formula.</summary>
/// <param name="Position">Of its first character, from 0.</param>
internal abstract record FormulaNode(int Position)
{
    /// <summary>Hands the node to the visitor's method for its type.</summary>
    public abstract T Accept<T>(IFormulaVisitor<T> visitor);
}

/// <summary>A number as written.</summary>
internal sealed record NumberNode(decimal Value, int Position) : FormulaNode(Position)
{
    public override T Accept<T>(IFormulaVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>One cell or a set of cells of a table: 表03[201/款, 基本支出].</summary>
/// <param name="Column">Null when not written: the row's block then has one value column, or rows are counted.</param>
internal sealed record CellNode(string Table, RowSelector Row, string? Column, int ColumnPosition, int Position) : FormulaNode(Position)
{
    public override T Accept<T>(IFormulaVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>A fact: 资料.政府采购.总额; without a field, the records of a sheet.</summary>
internal sealed record FactNode(string Sheet, string? Field, int SheetPosition, int FieldPosition, int Position) : FormulaNode(Position)
{
    /// <summary>Which records are meant: 资料.项目绩效指标[项目]; none: all of them.</summary>
    public IReadOnlyList<FactFilter> Filters { get; init; } = [];

    public override T Accept<T>(IFormulaVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>A field of the record that a rule repeats over: 本条.执行数.</summary>
internal sealed record RecordNode(string Field, int FieldPosition, int Position) : FormulaNode(Position)
{
    public override T Accept<T>(IFormulaVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>Another metric.</summary>
internal sealed record MetricNode(string Name, int Position) : FormulaNode(Position)
{
    public override T Accept<T>(IFormulaVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>上年(收支总计).</summary>
internal sealed record PriorNode(string Name, int NamePosition, int Position) : FormulaNode(Position)
{
    public override T Accept<T>(IFormulaVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>a + b - c: blanks count as 0 as long as one part is a number.</summary>
internal sealed record SumNode(IReadOnlyList<SumPart> Parts, int Position) : FormulaNode(Position)
{
    public override T Accept<T>(IFormulaVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>A part of a sum with its sign.</summary>
internal sealed record SumPart(bool Minus, FormulaNode Node);

/// <summary>-a.</summary>
internal sealed record NegationNode(FormulaNode Operand, int Position) : FormulaNode(Position)
{
    public override T Accept<T>(IFormulaVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>a * b or a / b.</summary>
internal sealed record ProductNode(FormulaNode Left, bool Divide, FormulaNode Right, int Position) : FormulaNode(Position)
{
    public override T Accept<T>(IFormulaVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>a = b and the like: blanks count as 0.</summary>
internal sealed record ComparisonNode(FormulaNode Left, ComparisonOperator Operator, FormulaNode Right, int Position) : FormulaNode(Position)
{
    public override T Accept<T>(IFormulaVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>The comparisons.</summary>
internal enum ComparisonOperator
{
    /// <summary>=.</summary>
    Equal,

    /// <summary>&lt;&gt;.</summary>
    NotEqual,

    /// <summary>&lt;.</summary>
    Less,

    /// <summary>&lt;=.</summary>
    AtMost,

    /// <summary>&gt;.</summary>
    Greater,

    /// <summary>&gt;=.</summary>
    AtLeast,
}

/// <summary>a 且 b, a 或 b.</summary>
internal sealed record LogicNode(FormulaNode Left, bool Or, FormulaNode Right, int Position) : FormulaNode(Position)
{
    public override T Accept<T>(IFormulaVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>非 a.</summary>
internal sealed record NotNode(FormulaNode Operand, int Position) : FormulaNode(Position)
{
    public override T Accept<T>(IFormulaVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>求和(…), 若(…).</summary>
internal sealed record CallNode(FormulaFunction Function, IReadOnlyList<FormulaNode> Arguments, int Position) : FormulaNode(Position)
{
    public override T Accept<T>(IFormulaVisitor<T> visitor) => visitor.Visit(this);
}
