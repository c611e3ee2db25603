using System.Text.Json;

namespace FinalAccounts.Import.Json;

/// <summary>Reads members of JSON objects and reports what is missing, of the wrong kind, repeated or unknown.</summary>
internal sealed class JsonScope(string file, ImportFindings findings)
{
    public Place Place(JsonTree node) => new(file, Line: node.Line, Column: node.Column);

    public void Wrong(JsonTree node, string message) => findings.Fatal("IMP-61", $"{node.Path}：{message}", Place(node));

    /// <summary>The members; repeated names are reported and taken once.</summary>
    public IEnumerable<(string Name, JsonTree Value)> Members(JsonTree? node)
    {
        if (node is null)
        {
            yield break;
        }

        if (node.Kind != JsonValueKind.Object)
        {
            Wrong(node, "应为对象 { … }。");
            yield break;
        }

        var seen = new HashSet<string>();
        foreach (var member in node.Members)
        {
            if (seen.Add(member.Name))
            {
                yield return member;
            }
            else
            {
                Wrong(member.Value, $"属性“{member.Name}”写了两次。请只留一个。");
            }
        }
    }

    public IEnumerable<JsonTree> Items(JsonTree? node)
    {
        if (node is { Kind: not JsonValueKind.Array })
        {
            Wrong(node, "应为数组 [ … ]。");
        }

        return node?.Items ?? [];
    }

    /// <summary>A member that must be there.</summary>
    public JsonTree? Needed(JsonTree node, string name)
    {
        var member = node.Kind == JsonValueKind.Object ? node.Member(name) : null;
        if (member is null)
        {
            Wrong(node, $"缺少属性“{name}”。请补上。");
        }

        return member;
    }

    public string? Text(JsonTree? node)
    {
        if (node is { Kind: not JsonValueKind.String })
        {
            Wrong(node, "应为文字（带引号）。");
        }

        return node?.Text;
    }

    /// <summary>Whether a number is one that amounts and counts may have; what is no number is.</summary>
    public static bool IsPossible(JsonTree node) =>
        node.Kind != JsonValueKind.Number || (node.Number is { } number && Math.Abs(number) <= ImportLimits.Amount);

    public int? Integer(JsonTree? node)
    {
        if (node is not null && (node.Number is not { } number || number != decimal.Truncate(number) || Math.Abs(number) > 1_000_000))
        {
            Wrong(node, "应为整数。");
            return null;
        }

        return (int?)node?.Number;
    }

    /// <summary>Members that the form does not have: reported, not read.</summary>
    public void Unknown(JsonTree node, params ReadOnlySpan<string> known)
    {
        foreach (var (name, value) in node.Members)
        {
            if (!known.Contains(name))
            {
                findings.Error("IMP-62", $"{value.Path}：不认识属性“{name}”。可用的属性：{string.Join("、", known)}。", Place(value));
            }
        }
    }

    /// <summary>The stated place; that of the JSON itself when none is stated; null when null is stated.</summary>
    public Place? StatedPlace(JsonTree node)
    {
        if (node.Kind != JsonValueKind.Object || node.Member("place") is not { } stated)
        {
            return Place(node);
        }

        if (stated.Kind == JsonValueKind.Null)
        {
            return null;
        }

        if (stated.Kind != JsonValueKind.Object)
        {
            Wrong(stated, "应为对象 { file, sheet, cell } 或 null。");
            return null;
        }

        Unknown(stated, "file", "sheet", "cell", "line", "column");
        return Text(Needed(stated, "file")) is { } from
            ? new Place(from, Text(stated.Member("sheet")), Text(stated.Member("cell")), Integer(stated.Member("line")), Integer(stated.Member("column")))
            : null;
    }
}
