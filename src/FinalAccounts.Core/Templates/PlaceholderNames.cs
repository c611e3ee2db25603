using System.Text.RegularExpressions;
using FinalAccounts.Accounts;

namespace FinalAccounts.Templates;

/// <summary>The placeholders that titles, lines and notes of a set may have.</summary>
public sealed partial class PlaceholderNames(FactsSchema schema)
{
    /// <summary>决算年度.</summary>
    public const string Year = "年度";

    /// <summary>The year before.</summary>
    public const string YearBefore = "上年";

    /// <summary>部门, or 单位 for a unit that publishes by itself.</summary>
    public const string Kind = "部门或单位";

    /// <summary>All that stand for one value; those of other sheets are written with the sheet's name.</summary>
    public IEnumerable<string> Common => new[] { Year, YearBefore, KnownFacts.PublicName, KnownFacts.UnitName, Kind }
        .Concat(schema.Sheet(KnownFacts.Basics)?.Fields.Select(one => one.Name) ?? []).Distinct();

    // The fields of other sheets, with the sheet's name.
    private IEnumerable<string> OfSheets => schema.Sheets.Where(sheet => !sheet.IsRecords).SelectMany(sheet => sheet.Fields.Select(one => $"{sheet.Name}.{one.Name}"));

    /// <summary>The field that a placeholder means: 监督索引号 of 基本情况, 政府采购.总额; null for none and for fields of records.</summary>
    public (FactSheetSchema Sheet, FactField Field)? Field(string name)
    {
        var (sheetName, fieldName) = name.Split('.', 2) is [var first, var second] ? (first, second) : (KnownFacts.Basics, name);
        return schema.Sheet(sheetName) is { IsRecords: false } sheet && sheet.Field(fieldName) is { } field ? (sheet, field) : null;
    }

    /// <summary>Whether it can be filled, for some unit.</summary>
    public bool Knows(string name) => name is Year or YearBefore or Kind or KnownFacts.PublicName or KnownFacts.UnitName || Field(name) is not null;

    /// <summary>The placeholders of a text that nobody knows; those of tables' notes ({行 X}) are not among them.</summary>
    public IEnumerable<string> UnknownIn(string text) => Placeholder().Matches(text)
        .Where(match => !Knows(match.Groups[1].Value) && !OfNotes().IsMatch(match.Groups[1].Value)).Select(match => match.Value);

    /// <summary>What is said of an unknown one.</summary>
    public static string Unknown(string text, string placeholder, PlaceholderNames names)
    {
        var name = placeholder.Trim('{', '}');
        var meant = Suggestion.For(name, name.Contains('.', StringComparison.Ordinal) ? names.OfSheets : names.Common);
        return $"“{text}”里的占位“{placeholder}”不认识{(meant.Length > 0 ? meant : "。")}可用的有 {string.Join('、', names.Common.Select(name => $"{{{name}}}"))}；其他工作表的一项写作 {{工作表.项目}}";
    }

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"^(行|行列|栏|栏列)\s")]
    private static partial Regex OfNotes();
}
