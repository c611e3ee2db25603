using System.Globalization;
using System.Text.RegularExpressions;

namespace FinalAccounts.Import.Files.Formulas;

/// <summary>One formula: + − × ÷, percent, brackets, SUM, ROUND and ABS over numbers, cells and ranges. Anything else has no certain result.</summary>
internal sealed partial class FormulaCalculation
{
    private const int LongestFormula = 2_000;
    private const int Brackets = 32;

    private readonly string text;
    private readonly SheetGrid grid;
    private readonly FormulaResults results;
    private int at;
    private int open;

    private FormulaCalculation(string text, SheetGrid grid, FormulaResults results) => (this.text, this.grid, this.results) = (text, grid, results);

    /// <summary>The result; null when it is not certain.</summary>
    public static decimal? Of(string formula, SheetGrid grid, FormulaResults results)
    {
        if (formula.Length > LongestFormula)
        {
            return null;
        }

        var calculation = new FormulaCalculation(formula.TrimStart('='), grid, results);
        try
        {
            return calculation.Sum() is { } result && calculation.At('\0') ? result : null;
        }
        catch (Exception e) when (e is OverflowException or DivideByZeroException)
        {
            return null;
        }
    }

    private decimal? Sum()
    {
        var total = Product();
        while (total is not null && (At('+') || At('-')))
        {
            var minus = text[at++] == '-';
            total += Product() is { } next ? minus ? -next : next : null;
        }

        return total;
    }

    private decimal? Product()
    {
        var total = Factor();
        while (total is not null && (At('*') || At('/')))
        {
            var divide = text[at++] == '/';
            total = Factor() is { } next ? divide ? total / next : total * next : null;
        }

        return total;
    }

    private decimal? Factor()
    {
        var negative = false;
        while (At('+') || At('-'))
        {
            negative ^= text[at++] == '-';
        }

        var value = Primary();
        while (value is not null && At('%'))
        {
            at++;
            value /= 100;
        }

        return negative ? -value : value;
    }

    private decimal? Primary()
    {
        if (At('('))
        {
            return Bracketed(Sum);
        }

        if (Take(Number()) is { } number)
        {
            return decimal.TryParse(number.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;
        }

        if (Take(Function()) is { } function)
        {
            at--;
            return function.Groups[1].Value.ToUpperInvariant() switch
            {
                "SUM" => Bracketed(Total),
                "ROUND" => Bracketed(Rounded),
                "ABS" => Bracketed(() => Sum() is { } inner ? Math.Abs(inner) : null),
                _ => null,
            };
        }

        // One cell: a blank one is zero, text has no certain value.
        return Range() is { } range && range.Top == range.Bottom && range.Left == range.Right
            && results.TryNumber(range.Grid, range.Top, range.Left, out var single) && (single is not null || range.Grid.Cell(range.Top, range.Left) is null) ? single ?? 0 : null;
    }

    private decimal? Bracketed(Func<decimal?> inner)
    {
        if (++open > Brackets)
        {
            return null;
        }

        at++;
        var value = inner();
        open--;
        return value is not null && At(')') && at++ >= 0 ? value : null;
    }

    // Text in a range counts as nothing.
    private decimal? Total()
    {
        var total = 0m;
        do
        {
            at += At(',') ? 1 : 0;
            var start = at;
            if (Range() is { } range && (At(',') || At(')')))
            {
                if (Total(range) is not { } part)
                {
                    return null;
                }

                total += part;
                continue;
            }

            at = start;
            if (Sum() is not { } single)
            {
                return null;
            }

            total += single;
        }
        while (At(','));
        return total;
    }

    private decimal? Total((SheetGrid Grid, int Top, int Left, int Bottom, int Right) range)
    {
        var total = 0m;
        for (var row = range.Top; row <= Math.Min(range.Bottom, range.Grid.LastRow); row++)
        {
            for (var column = range.Left; column <= Math.Min(range.Right, range.Grid.LastColumn); column++)
            {
                if (!results.TryNumber(range.Grid, row, column, out var number))
                {
                    return null;
                }

                total += number ?? 0;
            }
        }

        return total;
    }

    private decimal? Rounded()
    {
        if (Sum() is not { } value || !At(',') || at++ < 0 || Sum() is not { } digits || digits is < 0 or > 15 || digits != decimal.Truncate(digits))
        {
            return null;
        }

        return Math.Round(value, (int)digits, MidpointRounding.AwayFromZero);
    }

    private (SheetGrid Grid, int Top, int Left, int Bottom, int Right)? Range()
    {
        if (Take(Reference()) is not { } match)
        {
            return null;
        }

        var name = match.Groups["quoted"].Success ? match.Groups["quoted"].Value.Replace("''", "'", StringComparison.Ordinal) : match.Groups["plain"].Value;
        var from = CellAddress.Parse(match.Groups["from"].Value.Replace("$", "", StringComparison.Ordinal));
        var to = match.Groups["to"].Success ? CellAddress.Parse(match.Groups["to"].Value.Replace("$", "", StringComparison.Ordinal)) : from;
        return (name.Length == 0 ? grid : results.Sheet(name)) is { } sheet && from is { } first && to is { } last
            ? (sheet, Math.Min(first.Row, last.Row), Math.Min(first.Column, last.Column), Math.Max(first.Row, last.Row), Math.Max(first.Column, last.Column))
            : null;
    }

    private bool At(char c)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at < text.Length ? text[at] == c : c == '\0';
    }

    private Match? Take(Regex pattern)
    {
        _ = At(' ');
        var match = pattern.Match(text, at);
        at += match.Success ? match.Length : 0;
        return match.Success ? match : null;
    }

    [GeneratedRegex(@"\G(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[Ee][-+]?[0-9]{1,2})?(?![A-Za-z0-9_:!])")]
    private static partial Regex Number();

    [GeneratedRegex(@"\G([A-Za-z]+)\(")]
    private static partial Regex Function();

    [GeneratedRegex(@"\G(?:(?:'(?<quoted>(?:[^']|'')+)'|(?<plain>[\p{L}_][\p{L}\p{N}_.]*))!)?(?<from>\$?[A-Za-z]{1,3}\$?[0-9]{1,7})(?::(?<to>\$?[A-Za-z]{1,3}\$?[0-9]{1,7}))?(?![\p{L}\p{N}_(:!.])")]
    private static partial Regex Reference();
}
