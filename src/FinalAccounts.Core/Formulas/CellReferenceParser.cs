using FinalAccounts.Accounts;

namespace FinalAccounts.Formulas;

/// <summary>Reads what stands in brackets behind a table's name.</summary>
internal static class CellReferenceParser
{
    /// <summary>The cell or set of cells; <paramref name="at"/> stands at [ before and behind ] after.</summary>
    public static CellNode Read(FormulaToken table, IReadOnlyList<FormulaToken> tokens, ref int at)
    {
        at++;
        var first = Name(tokens, ref at, "方括号里应当是行或列的名称");
        RowSelector row;
        if (Is(tokens[at], "/"))
        {
            at++;
            var level = Name(tokens, ref at, "“/”之后应当是 类、款 或 项");
            row = new ChildRows(
                first.Text == "行" ? new CurrentRow(first.Position) : new NamedRow(first.Text, first.Position),
                SubjectCode.LevelNamed(level.Text) ?? throw new FormulaSyntaxException(level.Position, $"“/”之后应当是 类、款 或 项，不是“{level.Text}”"),
                first.Position);
        }
        else if (Is(tokens[at], ".."))
        {
            at++;
            var last = Name(tokens, ref at, "“..”之后应当是行的名称");
            row = new RowRun(first.Text, last.Text, last.Position, first.Position);
        }
        else
        {
            row = first.Text switch
            {
                "行" => new CurrentRow(first.Position),
                "各行" => new EachRow(first.Position),
                "行名" => new CurrentRowName(first.Position),
                _ => SubjectCode.LevelNamed(first.Text) is { } level ? new LevelRows(level, first.Position) : new NamedRow(first.Text, first.Position),
            };
        }

        FormulaToken? column = null;
        if (Is(tokens[at], ","))
        {
            at++;
            column = Name(tokens, ref at, "逗号之后应当是列的名称");
        }

        if (!Is(tokens[at], "]"))
        {
            throw new FormulaSyntaxException(tokens[at].Position, "缺少右方括号“]”；方括号里是“行, 列”");
        }

        at++;
        return new CellNode(table.Text, row, column?.Text, column?.Position ?? first.Position, table.Position);
    }

    private static FormulaToken Name(IReadOnlyList<FormulaToken> tokens, ref int at, string otherwise) =>
        tokens[at].Kind == TokenKind.Name ? tokens[at++] : throw new FormulaSyntaxException(tokens[at].Position, otherwise);

    private static bool Is(FormulaToken token, string symbol) => token.Kind == TokenKind.Symbol && token.Text == symbol;
}
