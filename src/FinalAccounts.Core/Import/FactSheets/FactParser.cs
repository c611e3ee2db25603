using System.Globalization;
using System.Text.RegularExpressions;
using FinalAccounts.Accounts;
using FinalAccounts.Import.Files;
using FinalAccounts.Templates;

namespace FinalAccounts.Import.FactSheets;

/// <summary>Turns a cell into the value that a field asks for. What does not fit is kept as it was typed (<see cref="FactValue.Error"/>) and reported: a draft shows it, publishing stops.</summary>
internal sealed partial class FactParser(ImportFindings findings)
{
    /// <summary>The value; null when the cell is blank.</summary>
    /// <param name="label">Sheet and field for messages: 政府采购，“总额”.</param>
    /// <param name="unit">The unit of money, as the form says it.</param>
    public FactValue? Read(GridCell? cell, FactField field, string label, MoneyUnit unit, Place place)
    {
        if (cell is null || (cell.Error is null && cell.Display.Trim().Length == 0))
        {
            return null;
        }

        if (cell.Error is { } error)
        {
            var message = error == SheetErrors.NotCalculated
                ? "公式还没有计算结果。请用 Excel 或 WPS 打开工作簿，重新计算并保存"
                : $"是错误值 {error}。请改正公式，或填入内容";
            findings.Error("IMP-55", $"{label}：{message}。", place);
            return new FactValue(place) { Error = error };
        }

        return field.Type switch
        {
            FactType.Text => new FactValue(place) { Text = field.IsCode ? Code(cell) : cell.Display.Trim() },
            FactType.Prose => new FactValue(place) { Text = Paragraphs(cell.Display) },
            FactType.Choice => Choice(cell, field, label, place),
            FactType.Flag => Flag(cell, label, place),
            FactType.Date => Date(cell, label, place),
            FactType.Percent => Percent(cell, label, place),
            _ => Number(cell, field, label, unit, place),
        };
    }

    /// <summary>Paragraphs divided by \n, without the indents and blank lines around them.</summary>
    public static string Paragraphs(string text) => string.Join(
        '\n', text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));

    // 201 06 01 and 201.06.01 are 2010601; 总计 is 合计.
    private static string Code(GridCell cell)
    {
        var digits = string.Concat(cell.Loose.Where(c => c is not ('.' or '-' or '·' or '/')));
        return digits.Length > 0 && digits.All(char.IsAsciiDigit) ? digits
            : Tables.HeaderPath.Totals.Contains(cell.Loose) ? Tables.SubjectRowsReader.Total
            : cell.Display.Trim();
    }

    private FactValue? Number(GridCell cell, FactField field, string label, MoneyUnit unit, Place place)
    {
        if (cell is { Value: decimal, Format: { } format } && format.Contains('%'))
        {
            return Wrong(cell, label, $"应填{TypeName(field)}，现在是百分数“{cell.Display}”", place);
        }

        var figure = field.Type == FactType.Money ? FigureText.Read(cell, unit) : FigureText.ReadCount(cell, field.Unit);
        if (figure.Problem is { } problem)
        {
            return Wrong(cell, label, problem, place);
        }

        return figure.Number switch
        {
            null => null,
            { } amount when field.Type == FactType.Money => new FactValue(place) { Number = Money.ToYuan(amount, unit) },
            { } count when field.Type == FactType.Integer && count != decimal.Truncate(count) => Wrong(cell, label, $"应填整数，现在是“{cell.Display}”", place),
            { } value => new FactValue(place) { Number = value },
        };
    }

    private FactValue? Percent(GridCell cell, string label, Place place)
    {
        if (cell.Value is decimal ratio)
        {
            return FigureText.ReadCount(cell, null).Problem is { } tooLarge ? Wrong(cell, label, tooLarge, place)
                : cell.Format?.Contains('%') == true ? new FactValue(place) { Number = ratio }
                : Wrong(cell, label, WithoutSign(ratio, cell.Display), place);
        }

        var loose = cell.Loose;
        if (BlankText.Is(loose))
        {
            return null;
        }

        if (loose.EndsWith('%') && FigureText.ParseCount(cell.Display[..cell.Display.LastIndexOfAny(['%', '％'])], null).Number is { } percent)
        {
            return new FactValue(place) { Number = percent / 100m };
        }

        return Wrong(cell, label, $"应填百分数（如 98.5%），现在是“{Short(cell)}”", place);
    }

    // A ratio of the field stays near one; only a larger number can be nothing but a percentage.
    private static string WithoutSign(decimal number, string shown) => Math.Abs(number) > 10
        ? $"应填百分数，现在是没有百分号的“{shown}”。请写作“{shown}%”"
        : $"应填百分数，现在是没有百分号的“{shown}”，可能是 {NumberText.Of(number * 100, null)}%，也可能是 {shown}%。请写明百分号：如果这一格是算出的比率，写作“{NumberText.Of(number * 100, null)}%”或把单元格格式改为百分比";

    private FactValue Date(GridCell cell, string label, Place place) => DateOf(cell) is var (date, exactness)
        ? new FactValue(place) { Date = date, Exactness = exactness }
        : Wrong(cell, label, $"应填日期（如 2024-05-15、2024年5月15日；只知道年月的写作 2024年5月），现在是“{Short(cell)}”", place);

    /// <summary>The date that a cell holds, and how much of it is known; null for what is no date.</summary>
    public static (DateOnly Date, DateExactness Exactness)? DateOf(GridCell cell)
    {
        if (cell.Value is DateTime moment)
        {
            return (DateOnly.FromDateTime(moment), ShownOf(cell.Format));
        }

        var match = DatePattern().Match(cell.Loose);
        var parts = match.Groups.Values.Skip(1).Where(group => group.Success).Select(group => group.Value).ToList();
        return match.Success && DateOnly.TryParseExact(string.Join('-', [.. parts, .. Enumerable.Repeat("1", 3 - parts.Count)]), "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? (date, (DateExactness)(3 - parts.Count))
            : null;
    }

    // Excel makes a date of 2024年5月 and shows it so: a day that nobody sees was not typed.
    private static DateExactness ShownOf(string? format) =>
        format is null || !format.Contains('y', StringComparison.OrdinalIgnoreCase) || format.Contains('d', StringComparison.OrdinalIgnoreCase) ? DateExactness.Day
        : format.Contains('m', StringComparison.OrdinalIgnoreCase) ? DateExactness.Month : DateExactness.Year;

    private FactValue Flag(GridCell cell, string label, Place place) => cell.Value is bool flag
        ? new FactValue(place) { Flag = flag }
        : cell.Loose.ToUpperInvariant() switch
        {
            "是" or "有" or "√" or "TRUE" => new FactValue(place) { Flag = true },
            "否" or "无" or "×" or "FALSE" => new FactValue(place) { Flag = false },
            _ => Wrong(cell, label, $"应填“是”或“否”，现在是“{Short(cell)}”", place),
        };

    private FactValue Choice(GridCell cell, FactField field, string label, Place place)
    {
        var option = field.Options.FirstOrDefault(option => LooseText.Of(option) == cell.Loose);
        if (option is not null)
        {
            return new FactValue(place) { Text = option };
        }

        var suggestion = LooseText.Nearest(cell.Loose, field.Options) is { } near ? $"是否应为“{near}”？{NameDifference.Of(cell.Display.Trim(), near)}" : "";
        findings.Error("IMP-54", $"{label}：“{Short(cell)}”不在可选项里。{suggestion}可选：{string.Join("、", field.Options)}。", place);
        return new FactValue(place) { Error = cell.Display.Trim() };
    }

    private FactValue Wrong(GridCell cell, string label, string problem, Place place)
    {
        findings.Error("IMP-53", $"{label}：{problem}。", place);
        return new FactValue(place) { Error = cell.Display.Trim() };
    }

    private static string Short(GridCell cell) => cell.Display.Trim() is { Length: > 20 } text ? text[..20] + "…" : cell.Display.Trim();

    private static string TypeName(FactField field) => field.Type switch
    {
        FactType.Money => "金额",
        FactType.Integer => "整数",
        _ => "数字",
    };

    [GeneratedRegex(@"^((?:19|20)\d{2})(?:年?|(\d{2})(\d{2})?|(?:[-/.]|年)(\d{1,2})(?:月?|(?:[-/.]|月)(\d{1,2})[日号]?))$")]
    private static partial Regex DatePattern();
}
