using System.Globalization;
using System.Text.RegularExpressions;
using FinalAccounts.Accounts;
using FinalAccounts.Import.Files;

namespace FinalAccounts.Import;

/// <summary>Numbers as people type them into cells: thousands separators, full-width digits, brackets for negative, currency signs, units. What can be read in two ways is not read but asked about.</summary>
internal static partial class FigureText
{
    /// <summary>What is wrong with a number over <see cref="ImportLimits.Amount"/>.</summary>
    public const string TooLarge = "数字太大，超过 10^15 元（一千万亿元）的上限。请核对位数和金额单位";

    /// <summary>An amount in the unit of its table or field; null when that is not known yet.</summary>
    public static FigureReading Read(GridCell? cell, MoneyUnit? unit) => Read(cell, text => Parse(text, unit), ImportLimits.Amount / (unit == MoneyUnit.TenThousandYuan ? 10_000m : 1m));

    /// <summary>A count or a score in its own unit (人, 辆); null when it has none.</summary>
    public static FigureReading ReadCount(GridCell? cell, string? unit) => Read(cell, text => ParseCount(text, unit), ImportLimits.Amount);

    /// <summary>An amount from text.</summary>
    public static FigureReading Parse(string text, MoneyUnit? unit)
    {
        var loose = LooseText.Of(text);
        return BlankText.Is(loose) || BlankText.IsStroke(loose) ? default
            : Number(text, loose, unit is { } known ? Money.Name(known) : "", ImportLimits.Amount / (unit == MoneyUnit.TenThousandYuan ? 10_000m : 1m));
    }

    /// <summary>A count from text.</summary>
    public static FigureReading ParseCount(string text, string? unit)
    {
        var loose = LooseText.Of(text);
        return BlankText.Is(loose) ? default
            : BlankText.IsStroke(loose) ? FigureReading.Not($"“{text.Trim()}”可能是横线，也可能是数字一。没有的请留空，是一的请写作 1")
            : Number(text, loose, unit ?? "", ImportLimits.Amount);
    }

    private static FigureReading Read(GridCell? cell, Func<string, FigureReading> parse, decimal limit) => cell switch
    {
        null => default,
        { Error: SheetErrors.NotCalculated } => FigureReading.Not("公式还没有计算结果。请用 Excel 或 WPS 打开工作簿，重新计算并保存"),
        { Error: { } error } => FigureReading.Not($"是错误值 {error}。请改正公式，或填入数字"),
        { Value: decimal number } => Limited(number, limit),
        { Value: double } => FigureReading.Doubt(TooLarge),
        { Value: string text } => parse(text),
        _ => FigureReading.Not($"是日期或逻辑值“{cell.Display}”，不是数字。请把单元格格式改为数值并填入数字"),
    };

    private static FigureReading Limited(decimal number, decimal limit) =>
        Math.Abs(number) > limit ? FigureReading.Doubt(TooLarge) : new FigureReading(number == 0 ? 0m : number, null, false);

    private static FigureReading Number(string text, string loose, string unit, decimal limit)
    {
        if (text.AsSpan().ContainsAny('\u202B', '\u202E', '\u2067'))
        {
            return FigureReading.Not($"文字里有从右到左书写的控制字符，看到的次序和存的不同。请删除这一格，重新输入数字");
        }

        // Two numbers in one cell must not become one.
        if (Gap().IsMatch(text) && !Thousands().IsMatch(text))
        {
            return FigureReading.Not($"“{Short(text)}”像是几个数写在一格里。请只留一个数字");
        }

        var scientific = Scientific().Match(loose);
        if (scientific.Success)
        {
            return Power(scientific, limit);
        }

        var match = Plain().Match(loose);
        var signs = match.Groups["sign"].Captures;
        if (!match.Success || match.Groups["open"].Success != match.Groups["close"].Success || signs.Count + match.Groups["open"].Length > 1)
        {
            return FigureReading.Not(Odd(text, loose));
        }

        if (match.Groups["unit"].Value is { Length: > 0 } written && Name(written) != unit)
        {
            return IsMoney(Name(written))
                ? FigureReading.Doubt(unit.Length == 0 ? Odd(text, loose) : $"写的是“{Short(text)}”，而这里的单位是{unit}。请核对，只填以{unit}为单位的数字")
                : FigureReading.Not(Odd(text, loose));
        }

        var negative = match.Groups["open"].Success || (signs.Count > 0 && signs[0].Value == "-");
        return decimal.TryParse(match.Groups["n"].Value.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? Limited(negative ? -number : number, limit)
            : FigureReading.Doubt(TooLarge);
    }

    // 3.78E+02 as text may have been 378.36: a spreadsheet wrote down what it showed.
    private static FigureReading Power(Match match, decimal limit)
    {
        var digits = match.Groups["fraction"].Length;
        var isZero = match.Groups["mantissa"].Value.All(c => c is '0' or '.');
        if (!isZero && int.Parse(match.Groups["power"].Value, CultureInfo.InvariantCulture) > digits - 2)
        {
            return FigureReading.Doubt($"“{match.Value}”是科学记数法，写出的位数不够，原来的数可能不止这些。请把单元格格式改为数值，写出完整的数字");
        }

        return decimal.TryParse(match.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? Limited(number, limit) : FigureReading.Doubt(TooLarge);
    }

    // Names what is in the way, so that ① or the letter O behind a number is seen.
    private static string Odd(string text, string loose)
    {
        var foreign = loose.EnumerateRunes().Where(rune => !"0123456789.,-+()￥¥".Contains(rune.ToString(), StringComparison.Ordinal)).Distinct().ToList();
        var hint = loose.Any(char.IsAsciiDigit) && foreign is [var one] ? $"，其中“{one}”（U+{one.Value:X4}）不是数字" : "";
        return $"应填数字，现在是“{Short(text)}”{hint}。请只填数字，没有数的留空";
    }

    private static string Name(string unit) => unit.Trim('(', ')') switch
    {
        "元整" => "元",
        "万" => "万元",
        "亿" => "亿元",
        var other => other,
    };

    private static bool IsMoney(string unit) => unit is "元" or "百元" or "千元" or "万元" or "百万元" or "千万元" or "亿元";

    private static string Short(string text) => text.Trim() is { Length: > 20 } shown ? shown[..20] + "…" : text.Trim();

    [GeneratedRegex(@"^(?<open>\()?(?<sign>[-+])?(?:人民币|RMB|CNY|[￥¥])?(?<sign>[-+])?(?<n>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]*)?|[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?<close>\))?(?<unit>\(?\p{L}{1,4}\)?)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Plain();

    [GeneratedRegex(@"^[-+]?(?<mantissa>[0-9]+(?:\.(?<fraction>[0-9]*))?)E(?<power>[-+]?[0-9]{1,3})$", RegexOptions.IgnoreCase)]
    private static partial Regex Scientific();

    [GeneratedRegex(@"\d[\s'’＇‘""“”]+\d")]
    private static partial Regex Gap();

    // 1 234 567.89, with any kind of blank on one line.
    [GeneratedRegex(@"^\D*\d{1,3}(?:[^\S\r\n\t]\d{3}|['’]\d{3})+(?:[.．]\d*)?\D*$")]
    private static partial Regex Thousands();
}
