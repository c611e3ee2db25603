using System.Text.Json;

namespace FinalAccounts.Import.Json;

/// <summary>A JSON value with its path and line, so that mistakes can be shown where they are.</summary>
/// <param name="step">The last part of its path: $, .name or [3]. Whole paths would take the file's size for each of its values.</param>
internal sealed class JsonTree(JsonValueKind kind, JsonTree? parent, string step, int line, int column)
{
    public JsonValueKind Kind => kind;

    public string Path => parent?.Path + step;

    public int Line => line;

    public int Column => column;

    public string? Text { get; private init; }

    public decimal? Number { get; private init; }

    public List<(string Name, JsonTree Value)> Members { get; } = [];

    public List<JsonTree> Items { get; } = [];

    /// <summary>The member; null when absent.</summary>
    public JsonTree? Member(string name) => Members.Find(member => member.Name == name).Value;

    /// <summary>Parses a whole file; throws <see cref="JsonException"/> with the line.</summary>
    public static JsonTree Parse(ReadOnlySpan<byte> utf8)
    {
        if (utf8.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            utf8 = utf8[3..];
        }

        var reader = new Utf8JsonReader(utf8);
        var lines = new LineCounter();
        reader.Read();
        var root = Value(ref reader, utf8, lines, null, "$");
        reader.Read();
        return root;
    }

    private static JsonTree Value(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, LineCounter lines, JsonTree? parent, string step)
    {
        var (line, column) = lines.At(utf8, (int)reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var node = new JsonTree(JsonValueKind.Object, parent, step, line, column);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var name = reader.GetString()!;
                    reader.Read();
                    node.Members.Add((name, Value(ref reader, utf8, lines, node, "." + name)));
                }

                return node;
            case JsonTokenType.StartArray:
                var list = new JsonTree(JsonValueKind.Array, parent, step, line, column);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    list.Items.Add(Value(ref reader, utf8, lines, list, $"[{list.Items.Count}]"));
                }

                return list;
            case JsonTokenType.String:
                return new JsonTree(JsonValueKind.String, parent, step, line, column) { Text = reader.GetString() };
            case JsonTokenType.Number:
                return new JsonTree(JsonValueKind.Number, parent, step, line, column) { Number = reader.TryGetDecimal(out var number) ? number == 0 ? 0m : number : null };
            case JsonTokenType.True:
                return new JsonTree(JsonValueKind.True, parent, step, line, column);
            case JsonTokenType.False:
                return new JsonTree(JsonValueKind.False, parent, step, line, column);
            default:
                return new JsonTree(JsonValueKind.Null, parent, step, line, column);
        }
    }

    // Tokens come in order, so the lines are counted once through the file.
    private sealed class LineCounter
    {
        private int line = 1, column = 1, counted;

        public (int Line, int Column) At(ReadOnlySpan<byte> utf8, int index)
        {
            for (; counted < index; counted++)
            {
                // A character counts at its first byte; those beyond the basic plane count twice, as in editors.
                var unit = utf8[counted];
                column += unit is >= 0x80 and < 0xC0 ? 0 : unit >= 0xF0 ? 2 : 1;
                if (unit == '\n')
                {
                    line++;
                    column = 1;
                }
            }

            return (line, column);
        }
    }
}
