using System.Text;

namespace FinalAccounts.Import.Files;

/// <summary>Comma-separated text after RFC 4180: quoted fields may hold commas, quotation marks and line breaks.</summary>
public static class CsvText
{
    /// <summary>The rows with their fields as they stand.</summary>
    public static IEnumerable<IReadOnlyList<string>> Rows(string text, char separator = ',')
    {
        var row = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted)
            {
                if (c != '"')
                {
                    field.Append(c);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    field.Append('"');
                    i++;
                }
                else
                {
                    quoted = false;
                }
            }
            else if (c == '"' && field.Length == 0)
            {
                quoted = true;
            }
            else if (c == separator)
            {
                row.Add(Take(field));
            }
            else if (c == '\n')
            {
                row.Add(Take(field));
                yield return row;
                row = [];
            }
            else if (c != '\r')
            {
                field.Append(c);
            }
        }

        if (field.Length > 0 || row.Count > 0)
        {
            row.Add(Take(field));
            yield return row;
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

    private static string Take(StringBuilder field)
    {
        var text = field.ToString();
        field.Clear();
        return text;
    }
}
