using System.Text.RegularExpressions;
using FinalAccounts.Templates.Yaml;

namespace FinalAccounts.Templates;

/// <summary>A set for a province that has none: its head, and the outline of the set that it is like, to be changed; everything else is inherited.</summary>
public static partial class NewTemplateSet
{
    /// <summary>The new set's files; no value when its key will not do or the other set is not there.</summary>
    /// <param name="key">Region and year: guizhou-2024.</param>
    /// <param name="like">The set that it inherits from.</param>
    /// <param name="region">The region's name; null: the first half of the key.</param>
    public static Result<SetFolder> Make(ITemplateSource source, string key, string like, string? region)
    {
        if (!source.Sets.Contains(like))
        {
            return Refused($"没有模板集“{like}”{Suggestion.For(like, source.Sets)}。", like);
        }

        if (!TemplateFileKinds.IsKey(key) || key.Length > 60 || Named().Match(key) is not { Success: true } match)
        {
            return Refused($"“{key}”不能作模板集的名字：写作地区和年度，用小写字母、数字和连字符，如 guizhou-2024，最多60个字符。", key);
        }

        if (source.Sets.Contains(key))
        {
            return Refused($"已经有模板集“{key}”，请换一个名字。", key);
        }

        var (name, year) = (region ?? match.Groups["region"].Value, match.Groups["year"].Value);
        var files = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [TemplateFileKinds.Head] = $"""
                name: {YamlText.Of($"{name}{year}年度部门决算公开")}
                fiscalYear: {year}
                region: {YamlText.Of(name)}
                parent: {like}
                # options:          # 只写与上级不同的；各项的意思见 templates/national-2024/set.yaml
                #   percentDecimals: 2
                # remove:           # 本省没有的，按名称去掉；用到它们的指标、规则一并去掉，sets lint 逐一列出
                #   tables: [表08]
                #   sections: [sections/国有资本经营.sbn]

                """.Replace("\r\n", "\n", StringComparison.Ordinal),
        };
        if (SetLineage.Find(source, SetLineage.Of(source, like), "outline.yaml") is var (outline, owner))
        {
            files["outline.yaml"] = $"# 抄自 {owner}：按本省样张改标题和次序，没有的一节删去，多的表写 table: 表10。\n{outline}";
        }

        return new Result<SetFolder>(new SetFolder(key, files), []);
    }

    private static Result<SetFolder> Refused(string message, string place) => new(null, [new Finding(Severity.Fatal, "SET-14", message, [new Place(place)])]);

    [GeneratedRegex(@"^(?<region>[a-z][a-z0-9-]*)-(?<year>20\d{2})$")]
    private static partial Regex Named();
}
