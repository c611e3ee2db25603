using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace FinalAccounts.Import.Files;

/// <summary>Comma-separated text after RFC 4180: quoted fields may hold commas, quotation marks and line breaks.</summary>
public static class CsvText
{
    /// <summary>The rows with their fields as they stand.</summary>
    public static IEnumerable<IReadOnlyList<string>> Rows(string text, char separator = ',')
    {
        using var parser = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = separator.ToString(), HasHeaderRecord = false, IgnoreBlankLines = false, BadDataFound = null,
        });
        while (parser.Read())
        {
            yield return parser.Record!;
        }
    }

    /// <summary>A field as it is written: quoted where it must be, and never a formula when a spreadsheet opens it.</summary>
    public static string Field(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var safe = text[0] is '=' or '+' or '-' or '@' or '\t' ? "'" + text : text;
        return safe.AsSpan().IndexOfAny("\",\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
