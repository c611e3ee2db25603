using FinalAccounts.Templates.Yaml;

namespace FinalAccounts.Templates.Reading;

/// <summary>What the sets of a lineage take away by naming it under <c>remove:</c> of set.yaml. A set takes away only what it inherits: what it says itself stays.</summary>
internal sealed class Removals(IReadOnlyList<string> lineage)
{
    /// <summary>What can be taken away, by its key below remove:, with what it is called.</summary>
    public static IReadOnlyDictionary<string, string> Kinds { get; } = new Dictionary<string, string>
    {
        ["tables"] = "表", ["sections"] = "文字", ["annexes"] = "附件", ["metrics"] = "指标", ["rules"] = "规则", ["charts"] = "图", ["facts"] = "资料", ["terms"] = "名词",
    };

    private readonly List<Removal> all = [];

    /// <summary>Everything that was really taken away, and where it stood.</summary>
    public List<SetChange> Done { get; } = [];

    /// <summary>Reads remove: of one set's head.</summary>
    public void Read(string set, MapReader head)
    {
        if (head.Map("remove") is not { } map)
        {
            return;
        }

        foreach (var kind in Kinds.Keys)
        {
            all.AddRange(map.Items(kind).OfType<YamlScalar>().Where(item => item.Text is not null).Select(item => new Removal(set, kind, item.Text!, item)));
        }

        map.End();
    }

    /// <summary>Whether something in a file is taken away; the file's place tells whose it is.</summary>
    /// <param name="file">With its set: national-2024/metrics.yaml.</param>
    public bool Takes(string kind, string name, string file)
    {
        var owner = Level(file.Split('/')[0]);
        var found = all.FindAll(one => one.Kind == kind && one.Name == name && Level(one.Set) < owner);
        found.ForEach(one => one.Hit = true);
        if (found.Count > 0 && !Done.Exists(change => change.Name == $"{Kinds[kind]}“{name}”"))
        {
            Done.Add(new SetChange("去掉", $"{Kinds[kind]}“{name}”", $"{found[0].Set}/set.yaml", file));
        }

        return found.Count > 0;
    }

    /// <summary>The names of a kind that were taken away.</summary>
    public HashSet<string> Names(string kind) => [.. all.Where(one => one.Kind == kind && one.Hit).Select(one => one.Name)];

    /// <summary>Reports what was named and is not there.</summary>
    public void ReportMissing(FindingLog log)
    {
        foreach (var one in all.Where(one => !one.Hit))
        {
            log.Fatal("TPL-08", $"remove：上级没有{Kinds[one.Kind]}“{one.Name}”，不能去掉。请核对名称", one.Node.TextPlace);
        }
    }

    private int Level(string set)
    {
        for (var i = 0; i < lineage.Count; i++)
        {
            if (lineage[i] == set)
            {
                return i;
            }
        }

        return int.MaxValue;
    }

    private sealed record Removal(string Set, string Kind, string Name, YamlScalar Node)
    {
        public bool Hit { get; set; }
    }
}
