using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace FinalAccounts.Templates.Yaml;

/// <summary>Reads one YAML document into nodes that know their places. Anchors, aliases, tags, repeated keys and deep nesting are findings.</summary>
internal sealed class YamlTreeReader
{
    private const int MaxDepth = 20;

    private readonly string file;
    private readonly FindingLog log;
    private readonly Parser parser;

    private YamlTreeReader(string file, string text, FindingLog log)
    {
        (this.file, this.log) = (file, log);
        parser = new Parser(new StringReader(text));
    }

    /// <summary>The document's root; null when the file is empty or cannot be read, which is reported.</summary>
    public static YamlNode? Read(string file, string text, FindingLog log)
    {
        try
        {
            return new YamlTreeReader(file, text, log).Document();
        }
        catch (YamlException mistake)
        {
            var at = new Place(file, Line: (int)mistake.Start.Line, Column: (int)mistake.Start.Column);
            log.Fatal("TPL-01", $"YAML 写法有误：{YamlMistake.InChinese(mistake.Message)}", at);
            return null;
        }
        catch (Unreadable)
        {
            return null;
        }
    }

    private YamlNode? Document()
    {
        parser.Consume<StreamStart>();
        if (parser.TryConsume<StreamEnd>(out _))
        {
            log.Fatal("TPL-01", "文件是空的", new Place(file));
            return null;
        }

        parser.Consume<DocumentStart>();
        var root = Node(0);
        parser.Consume<DocumentEnd>();
        if (parser.TryConsume<DocumentStart>(out var second))
        {
            log.Fatal("TPL-01", "一个文件只能有一份内容，请去掉“---”", At(second.Start));
        }

        return root;
    }

    private YamlNode Node(int depth)
    {
        var next = parser.Current!;
        if (depth > MaxDepth)
        {
            throw Stop($"层次超过 {MaxDepth} 层", next.Start);
        }

        if (parser.TryConsume<AnchorAlias>(out var alias))
        {
            throw Stop("不支持引用（*）", alias.Start);
        }

        if (next is NodeEvent { Anchor.IsEmpty: false })
        {
            throw Stop("不支持锚点（&）", next.Start);
        }

        if (next is NodeEvent { Tag.IsEmpty: false })
        {
            throw Stop("不支持标签（!）", next.Start);
        }

        if (parser.TryConsume<Scalar>(out var scalar))
        {
            return Scalar(scalar);
        }

        return parser.TryConsume<SequenceStart>(out var sequence) ? Sequence(sequence, depth) : Mapping(depth);
    }

    private YamlSequence Sequence(SequenceStart start, int depth)
    {
        var items = new List<YamlNode>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Node(depth + 1));
        }

        return new YamlSequence(items, At(start.Start));
    }

    private YamlMapping Mapping(int depth)
    {
        var start = parser.Consume<MappingStart>();
        var entries = new List<YamlEntry>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            if (Node(depth + 1) is not YamlScalar { Text: { } key } name)
            {
                throw Stop("键应当是文字", parser.Current!.Start);
            }

            var value = Node(depth + 1);
            if (keys.Add(key))
            {
                entries.Add(new YamlEntry(key, name.Place, value));
            }
            else
            {
                log.Fatal("TPL-05", $"“{key}”在同一处写了两次", name.Place);
            }
        }

        return new YamlMapping(entries, At(start.Start));
    }

    private YamlScalar Scalar(Scalar scalar)
    {
        var isNull = scalar.Style == ScalarStyle.Plain && scalar.Value is "" or "~" or "null";
        var quoted = scalar.Style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted ? 1 : 0;
        var at = At(scalar.Start);
        return new YamlScalar(isNull ? null : scalar.Value, at, at with { Column = at.Column + quoted });
    }

    private Place At(Mark mark) => new(file, Line: (int)mark.Line, Column: (int)mark.Column);

    private Unreadable Stop(string message, Mark mark)
    {
        log.Fatal("TPL-07", message, At(mark));
        return new Unreadable();
    }

    private sealed class Unreadable : Exception;
}
