using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using FinalAccounts.Checks.Text;
using FinalAccounts.Formulas;
using FinalAccounts.Templates;

namespace FinalAccounts.Claims;

/// <summary>The words and roles of a set's statements for one year, compiled once however many documents are read.</summary>
internal sealed class ClaimWords
{
    private static readonly ConditionalWeakTable<CompiledSet, ConcurrentDictionary<int, ClaimWords>> Compiled = [];

    private readonly StatementRules rules;
    private readonly int year;
    private readonly List<(StatementRole Role, Regex Before)> roles;
    private readonly Regex change;
    private readonly Regex prior;
    private readonly Regex budget;

    private ClaimWords(StatementRules rules, int year)
    {
        (this.rules, this.year) = (rules, year);
        roles = [.. rules.Roles.Select(role => (role, ClaimPattern.AtEnd(role.Before, Word)))];
        change = ClaimPattern.AtEnd(["{增减}[的]", "{比较}[于][{预算}][数][的]"], Word);
        prior = ClaimPattern.Anywhere("{上年}", Word);
        budget = ClaimPattern.Anywhere("{预算}", Word);
        ComparedWithBudget = ClaimPattern.Anywhere("(决算数|决算|支出|执行数|决算支出)[数|额|基本|略|与|比|较]{比较}[于][{预算}][数|预算]", Word);
        UnchangedSincePrior = ClaimPattern.Anywhere("(与|较|比){上年}[度][决算|支出|收入|预算][数|额][相比][，|,|基本|总体|支出|决算|数]{平}", Word);
    }

    /// <summary>决算数大于预算数; groups: more, less, equal.</summary>
    public Regex ComparedWithBudget { get; }

    /// <summary>与上年持平.</summary>
    public Regex UnchangedSincePrior { get; }

    /// <summary>Of a set for a fiscal year.</summary>
    public static ClaimWords Of(CompiledSet set, int year) =>
        Compiled.GetValue(set, _ => []).GetOrAdd(year, one => new ClaimWords(set.Set.Statements, one));

    /// <summary>What a number is by the words before it; null when none of the roles fits.</summary>
    public (ClaimRole Role, Match Match)? Role(string before, NumberMention number)
    {
        foreach (var (role, pattern) in roles)
        {
            if (MentionText.IsUnit(number, role.Unit) && pattern.Match(before) is { Success: true } match)
            {
                return (role.Role, match);
            }
        }

        return null;
    }

    /// <summary>What is compared, of words that may go on with what it is compared with: 支出决算数比上年 speaks of 支出决算数.</summary>
    public string BeforeComparison(string subject)
    {
        var at = new[] { prior.Match(subject), budget.Match(subject) }.Where(match => match.Success).Select(match => match.Index).DefaultIfEmpty(subject.Length).Min();
        return at == subject.Length ? subject : at > 0 && subject[at - 1] is '比' or '较' or '与' ? SubjectFinder.Noun(subject[..(at - 1)]) : "";
    }

    /// <summary>Whether the words speak of last year.</summary>
    public bool SaysPrior(string text) => prior.IsMatch(text);

    /// <summary>The direction with which the words end (…支出减少的): +1 or -1; null when they end with none.</summary>
    public int? ChangeBefore(string text) => change.Match(text) is { Success: true } match && Direction(match) is { } sign and not 0 ? sign : null;

    /// <summary>The budget that the words name; null when they name none.</summary>
    public string? Budget(string text) => budget.Match(text) is { Success: true } match ? match.Value : null;

    /// <summary>+1 for 增加 and 大于, -1 for 减少 and 小于, 0 for 持平 and 等于; null when the match names no direction.</summary>
    public static int? Direction(Match match) =>
        match.Groups["up"].Success || match.Groups["more"].Success ? 1
        : match.Groups["down"].Success || match.Groups["less"].Success ? -1
        : match.Groups["same"].Success || match.Groups["equal"].Success ? 0 : null;

    private string Word(string name) => name switch
    {
        "增减" => $"(?:(?<up>{Words("增")})|(?<down>{Words("减")}))",
        "比较" => $"(?:(?<more>{Words("大于")})|(?<less>{Words("小于")})|(?<equal>{Words("等于")}))",
        "平" => $"(?<same>{Words("平")})",
        _ => Words(name),
    };

    private string Words(string name) => rules.Words.GetValueOrDefault(name) is { Count: > 0 } words
        ? ClaimPattern.OneOf(words.Select(word => word
            .Replace("{上年}", (year - 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{本年}", year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)))
        : "(?:\uffff)";
}
