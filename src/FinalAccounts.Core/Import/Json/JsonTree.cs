using System.Text.Json;

namespace FinalAccounts.Import.Json;

/// <summary>A JSON value with its path and line, so that mistakes can be shown where they are.</summary>
/// <param name="name">The last part of its path: the member's name; null for an item of an array and for the root. Whole paths would take the file's size for each of its values.</param>
/// <param name="index">Of an item.</param>
internal sealed class JsonTree(JsonValueKind kind, JsonTree? parent, string? name, int index, int line, int column)
{
    // Most values are scalars, and have neither.
    private static readonly List<(string Name, JsonTree Value)> NoMembers = [];
    private static readonly List<JsonTree> NoItems = [];

    public JsonValueKind Kind => kind;

    public string Path => parent is null ? "$" : name is null ? $"{parent.Path}[{index}]" : $"{parent.Path}.{name}";

    public int Line => line;

    public int Column => column;

    public string? Text { get; private set; }

    public decimal? Number { get; private init; }

    public List<(string Name, JsonTree Value)> Members { get; } = kind == JsonValueKind.Object ? [] : NoMembers;

    public List<JsonTree> Items { get; } = kind == JsonValueKind.Array ? [] : NoItems;

    /// <summary>The member; null when absent.</summary>
    public JsonTree? Member(string name)
    {
        foreach (var member in Members)
        {
            if (member.Name == name)
            {
                return member.Value;
            }
        }

        return null;
    }

    /// <summary>Replaces each text, from here down.</summary>
    public void Replace(Func<string, JsonTree, string> by)
    {
        Text = Text is null ? null : by(Text, this);
        foreach (var (_, value) in Members)
        {
            value.Replace(by);
        }

        foreach (var item in Items)
        {
            item.Replace(by);
        }
    }

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
        var root = Value(ref reader, utf8, lines, new KnownTexts(), null, null, 0);
        reader.Read();
        return root;
    }

    private static JsonTree Value(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, LineCounter lines, KnownTexts texts, JsonTree? parent, string? name, int index)
    {
        var (line, column) = lines.At(utf8, (int)reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var node = new JsonTree(JsonValueKind.Object, parent, name, index, line, column);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var member = texts.Of(ref reader);
                    reader.Read();
                    node.Members.Add((member, Value(ref reader, utf8, lines, texts, node, member, 0)));
                }

                return node;
            case JsonTokenType.StartArray:
                var list = new JsonTree(JsonValueKind.Array, parent, name, index, line, column);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    list.Items.Add(Value(ref reader, utf8, lines, texts, list, null, list.Items.Count));
                }

                return list;
            case JsonTokenType.String:
                return new JsonTree(JsonValueKind.String, parent, name, index, line, column) { Text = texts.Of(ref reader) };
            case JsonTokenType.Number:
                return new JsonTree(JsonValueKind.Number, parent, name, index, line, column) { Number = reader.TryGetDecimal(out var number) ? number == 0 ? 0m : number : null };
            case JsonTokenType.True:
                return new JsonTree(JsonValueKind.True, parent, name, index, line, column);
            case JsonTokenType.False:
                return new JsonTree(JsonValueKind.False, parent, name, index, line, column);
            default:
                return new JsonTree(JsonValueKind.Null, parent, name, index, line, column);
        }
    }

    // The same names, files, sheets and cells stand in a file thousands of times.
    private sealed class KnownTexts
    {
        private const int Longest = 64;

        private readonly HashSet<string> known = new(StringComparer.Ordinal);

        public string Of(ref Utf8JsonReader reader)
        {
            if (reader.ValueSpan.Length > Longest)
            {
                return reader.GetString()!;
            }

            Span<char> buffer = stackalloc char[Longest];
            var text = buffer[..reader.CopyString(buffer)];
            if (!known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var same))
            {
                known.Add(same = text.ToString());
            }

            return same;
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
