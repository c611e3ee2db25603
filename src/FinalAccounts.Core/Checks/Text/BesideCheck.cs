using FinalAccounts.Templates;

namespace FinalAccounts.Checks.Text;

/// <summary>Numbers that stand beside a noun which has a figure of its own: 公务用车保有量63辆, 19个一级项目 (TXT-03).</summary>
internal static class BesideCheck
{
    /// <summary>The findings, each number once.</summary>
    public static IEnumerable<Finding> Run(TextData data)
    {
        var figures = data.Formulas.Figures
            .Select(figure => (figure.Figure, Values: figure.Values.Select(data.Book.Evaluate).Where(value => value.Number is not null).ToList()))
            .ToList();
        var year = data.Book.Accounts.FiscalYear;
        var said = new HashSet<(Place?, int)>();
        foreach (var mention in data.Mentions.SelectMany(mentions => mentions).Where(mention => mention.Kind is not (MentionKind.Year or MentionKind.Other)))
        {
            // 财政拨款收、支总计 is not 收、支总计: the longest noun is meant, though its table may not have been read.
            var beside = figures.Where(figure => MentionText.IsUnit(mention, figure.Figure.Unit))
                .Select(figure => (figure.Figure, figure.Values, Name: Name(figure.Figure, mention)))
                .Where(figure => figure.Name is not null).OrderByDescending(figure => figure.Name!.Length).ThenByDescending(figure => figure.Values.Count).FirstOrDefault();
            if (beside is not { Name: { } name, Values.Count: > 0 } || MentionText.IsChange(mention) || MentionText.IsOfOtherYear(mention, year)
                || beside.Values.Exists(value => MentionFindings.Agrees(mention, value.Number!.Value)) || !said.Add((mention.Place, mention.Start)))
            {
                continue;
            }

            var expected = beside.Values[0];
            yield return MentionFindings.Differs(
                Severity.Error, "TXT-03",
                $"“{name}”写的是{mention.Written}，按{beside.Figure.Values[0]}应是{MentionFindings.Print(expected.Number!.Value, mention)}，请核对后改正一处",
                mention, expected.Number!.Value, expected.Cells.Select(cell => cell.Place));
        }
    }

    /// <summary>The noun of the figure that stands beside the number; null when none does.</summary>
    internal static string? Name(MentionFigure figure, NumberMention mention)
    {
        var before = mention.Clause;
        var after = mention.After;
        foreach (var name in figure.Names)
        {
            if (MentionText.EndsWith(before, name) || (mention.Kind == MentionKind.Count && after.StartsWith(name, StringComparison.Ordinal)))
            {
                return name;
            }
        }

        return null;
    }
}
