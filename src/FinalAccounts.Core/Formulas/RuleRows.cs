using FinalAccounts.Accounts;
using FinalAccounts.Templates;

namespace FinalAccounts.Formulas;

/// <summary>The rows that a rule repeats over: 表03, 表03/款, 表03/合计; or the records of a facts sheet: 资料.项目自评表.</summary>
/// <param name="Level">Subjects of this level only.</param>
/// <param name="Row">This row only.</param>
internal sealed record RuleRows(string Table, SubjectLevel? Level, string? Row)
{
    private const string Facts = FormulaWords.Facts + ".";

    /// <summary>The sheet of facts whose records are meant (over: 资料.项目自评表); null for rows of a table.</summary>
    public string? Sheet { get; init; }

    /// <summary>The rows as written; null, with a message, when the set does not have them.</summary>
    public static RuleRows? Read(string written, SetIndex index, out string? mistake)
    {
        var parts = written.Split('/', '／');
        var name = parts[0].Trim();
        mistake = null;
        if (written.Trim().StartsWith(Facts, StringComparison.Ordinal))
        {
            return OfSheet(written.Trim()[Facts.Length..], index, out mistake);
        }

        if (!index.Tables.TryGetValue(name, out var table))
        {
            mistake = $"没有表“{name}”{Suggestion.For(name, index.Tables.Keys)}";
        }
        else if (parts.Length > 2)
        {
            mistake = "over 写成“表”“表/类”“表/款”“表/项”“表/行”或“资料.工作表”";
        }
        else if (parts.Length == 1)
        {
            return new RuleRows(name, null, null);
        }
        else if (table.Layout.Kind == RowKind.List && parts[1].Trim() is "合计")
        {
            return new RuleRows(name, null, "合计");
        }
        else if (SubjectCode.LevelNamed(parts[1].Trim()) is { } level)
        {
            if (table.HasSubjects)
            {
                return new RuleRows(name, level, null);
            }

            mistake = $"{name} 没有科目编码，不能用 类、款、项";
        }
        else if (parts[1].Trim() is var row && (table.Layout.Kind == RowKind.Subjects ? row == "合计" || SubjectCode.Level(row) is not null : table.Row(row) is not null))
        {
            return new RuleRows(name, null, table.Row(row)?.Key ?? row);
        }
        else
        {
            mistake = $"{name} 没有行“{row}”{Suggestion.For(row, table.RowNames.Append("合计"))}";
        }

        return null;
    }

    private static RuleRows? OfSheet(string name, SetIndex index, out string? mistake)
    {
        mistake = !index.Sheets.TryGetValue(name, out var sheet) ? $"资料没有工作表“{name}”{Suggestion.For(name, index.Sheets.Keys)}"
            : sheet.IsRecords ? null
            : $"资料.{name} 不是一条一行的工作表，不用写 over";
        return mistake is null ? new RuleRows(name, null, null) { Sheet = name } : null;
    }
}
