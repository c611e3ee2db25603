using System.Globalization;
using System.Text.RegularExpressions;
using FinalAccounts.Import.Files;

namespace FinalAccounts.Import;

/// <summary>Numbers as people type them into cells: thousands separators, full-width digits, dashes for blank, brackets for negative.</summary>
internal static partial class FigureText
{
    /// <summary>The number; null without problem when the cell is blank, null with a problem (in Chinese) when it is no number.</summary>
    public static decimal? Read(GridCell? cell, out string? problem)
    {
        problem = null;
        switch (cell)
        {
            case null:
                return null;
            case { Error: SheetErrors.NotCalculated }:
                problem = "公式还没有计算结果。请用 Excel 或 WPS 打开工作簿，重新计算并保存";
                return null;
            case { Error: { } error }:
                problem = $"是错误值 {error}。请改正公式，或填入数字";
                return null;
            case { Value: decimal number }:
                return number;
            case { Value: double }:
                problem = "数字太大，超出了可以表示的范围。请核对";
                return null;
            case { Value: string }:
                return Parse(cell.Loose, out problem);
            default:
                problem = $"是日期或逻辑值“{cell.Display}”，不是数字。请把单元格格式改为数值并填入数字";
                return null;
        }
    }

    /// <summary>Reads comparable text (<see cref="LooseText"/>).</summary>
    public static decimal? Parse(string loose, out string? problem)
    {
        problem = null;
        if (loose.Trim('-', '/', '\\', '…', 'ー').Length == 0 || loose.ToUpperInvariant() is "无" or "空" or "N/A" or "NA" or "NULL")
        {
            return null;
        }

        if (Scientific().IsMatch(loose) && decimal.TryParse(loose, NumberStyles.Float, CultureInfo.InvariantCulture, out var power))
        {
            return power;
        }

        var match = Number().Match(loose);
        if (match.Success && decimal.TryParse(match.Groups["n"].Value.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return loose.TrimStart('￥', '¥')[0] is '-' or '(' ? -number : number;
        }

        problem = $"应填数字，现在是“{(loose.Length > 20 ? loose[..20] + "…" : loose)}”。请只填数字，没有数的留空";
        return null;
    }

    [GeneratedRegex(@"^[￥¥]?(?:[-+]?(?<n>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)|\((?<n>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)\))$")]
    private static partial Regex Number();

    [GeneratedRegex(@"^[-+]?\d(?:\.\d+)?E[-+]?\d{1,2}$", RegexOptions.IgnoreCase)]
    private static partial Regex Scientific();
}
