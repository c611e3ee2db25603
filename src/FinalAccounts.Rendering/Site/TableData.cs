using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace FinalAccounts.Rendering.Site;

/// <summary>The published tables as data: CSV as laid out, JSON with the columns by name. Amounts are as printed, plain numbers.</summary>
internal static class TableData
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The tables that are data, in order.</summary>
    public static IEnumerable<Table> Of(Document document) => document.Blocks.OfType<Table>().Where(table => table.SheetName is not null);

    /// <summary>UTF-8 with a mark, so that spreadsheets know it; a cell over several places stands in the first.</summary>
    public static byte[] Csv(Table table)
    {
        var grid = TableGrid.Of(table);
        var lines = new string[grid.Rows, grid.Columns];
        foreach (var placed in grid.Cells)
        {
            lines[placed.Row, placed.Column] = Value(placed.Cell);
        }

        var text = new StringBuilder();
        for (var row = 0; row < grid.Rows; row++)
        {
            text.AppendJoin(',', Enumerable.Range(0, grid.Columns).Select(column => Quoted(lines[row, column] ?? ""))).Append("\r\n");
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    /// <summary>All tables of a document, after tables.schema.json.</summary>
    public static byte[] JsonOf(Document document)
    {
        var root = new JsonObject
        {
            ["$schema"] = "../../schema/tables.schema.json",
            ["unit"] = document.Metadata.Unit,
            ["year"] = document.Metadata.FiscalYear,
            ["title"] = document.Metadata.Title,
            ["tables"] = new JsonArray([.. Of(document).Select(Node)]),
        };
        return Encoding.UTF8.GetBytes(root.ToJsonString(Json).ReplaceLineEndings("\n") + "\n");
    }

    private static JsonObject Node(Table table)
    {
        var grid = TableGrid.Of(table);
        var heads = table.HeaderRows.Count;
        return new JsonObject
        {
            ["id"] = table.Id,
            ["name"] = table.SheetName,
            ["title"] = table.Title,
            ["amounts"] = table.Frame?.Unit,
            ["columns"] = new JsonArray([.. Enumerable.Range(0, grid.Columns).Select(column => (JsonNode)Head(grid, heads, column))]),
            ["rows"] = new JsonArray([.. Enumerable.Range(heads, grid.Rows - heads).Select(row => Row(table, grid, row, table.Rows[row - heads]))]),
        };
    }

    private static JsonObject Row(Table table, TableGrid grid, int row, TableRow source)
    {
        var cells = new JsonNode?[grid.Columns];
        foreach (var placed in grid.In(row))
        {
            cells[placed.Column] = placed.Cell.Inlines is [Figure figure] ? JsonValue.Create(figure.Value)
                : DocumentText.Of(placed.Cell.Inlines) is { Length: > 0 } text ? JsonValue.Create(text) : null;
        }

        return new JsonObject { ["key"] = source.Key, ["total"] = source.Total, ["cells"] = new JsonArray(cells) };
    }

    // 支出/基本支出: the heads above a column, from the top, each once.
    private static string Head(TableGrid grid, int heads, int column) => string.Join('/', grid.Cells
        .Where(placed => placed.Row < heads && placed.Column <= column && column < placed.Column + placed.Cell.ColumnSpan)
        .OrderBy(placed => placed.Row).Select(placed => DocumentText.Of(placed.Cell.Inlines).Replace("\n", "", StringComparison.Ordinal).Replace("　", "", StringComparison.Ordinal))
        .Where(text => text.Length > 0));

    private static string Value(TableCell cell) =>
        cell.Inlines is [Figure figure] ? figure.Value.ToString(System.Globalization.CultureInfo.InvariantCulture) : DocumentText.Of(cell.Inlines);

    // What begins as a formula would be run by a spreadsheet.
    private static string Quoted(string value)
    {
        var safe = value.Length > 0 && value[0] is '=' or '+' or '@' or '\t' ? "'" + value : value;
        return safe.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
