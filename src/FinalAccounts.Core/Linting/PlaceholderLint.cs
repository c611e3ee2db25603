using FinalAccounts.Templates;

namespace FinalAccounts.Linting;

/// <summary>Every placeholder of a set can be filled: in the outline, in tables and in the options.</summary>
internal static class PlaceholderLint
{
    private const string Rule = "TPL-13";

    public static IEnumerable<Finding> Of(TemplateSet set)
    {
        var names = new PlaceholderNames(set.Facts);
        return Texts(set).SelectMany(text => names.UnknownIn(text.Text).Select(placeholder =>
            new Finding(Severity.Error, Rule, PlaceholderNames.Unknown(text.Text, placeholder, names) + "。", [new Place(text.File)])))
            .Concat(set.Charts.SelectMany(chart => chart.Categories.Append(chart.Caption).Concat(chart.Series.Select(series => series.Name))
                .SelectMany(text => names.UnknownIn(text).Concat(Unfilled(text, names)).Distinct()
                    .Select(placeholder => new Finding(Severity.Error, Rule, $"图“{chart.Name}”的“{text}”里的占位“{placeholder}”不认识，图里可用 {{年度}}、{{上年}}。", [chart.Place])))));
    }

    // Charts know years alone.
    private static IEnumerable<string> Unfilled(string text, PlaceholderNames names) => names.Common
        .Where(name => name is not (PlaceholderNames.Year or PlaceholderNames.YearBefore)).Select(name => $"{{{name}}}").Where(placeholder => text.Contains(placeholder, StringComparison.Ordinal));

    private static IEnumerable<(string Text, string File)> Texts(TemplateSet set)
    {
        var outline = set.Outline;
        foreach (var text in outline.Cover.Lines.Concat([outline.ContentsTitle, outline.RunningHead, outline.FileName])
            .Concat(outline.Parts.SelectMany(part => part.Items.SelectMany(item => new[] { item.Title, item.ContentsText }).Prepend(part.ContentsText).Prepend(part.Title))).OfType<string>())
        {
            yield return (text, "outline.yaml");
        }

        foreach (var layout in set.Tables)
        {
            foreach (var text in layout.Header.SelectMany(row => row).Select(cell => cell.Text).Concat(layout.Notes).Append(layout.Title).Append(layout.EmptyStatement).OfType<string>())
            {
                yield return (text, $"tables/{layout.Key}.yaml");
            }
        }

        foreach (var text in new[] { set.Options.TableOwner, set.Options.TableUnit }.OfType<string>())
        {
            yield return (text, TemplateFileKinds.Head);
        }
    }
}
