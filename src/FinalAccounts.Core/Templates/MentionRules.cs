namespace FinalAccounts.Templates;

/// <summary>Which numbers of the text belong to which figures, read from mentions.yaml.</summary>
/// <param name="Statements">What a sentence of a facts sheet says of a field.</param>
/// <param name="Figures">Nouns that have one figure.</param>
/// <param name="Bases">Nouns of which a share is said, besides the metrics' own names.</param>
/// <param name="Dates">Dates that fall between the end of the fiscal year and publication.</param>
/// <param name="Indicators">Sentences that repeat the indicators of a form.</param>
public sealed record MentionRules(
    IReadOnlyList<MentionStatement> Statements, IReadOnlyList<MentionFigure> Figures, IReadOnlyList<MentionBase> Bases,
    IReadOnlyList<FactPath> Dates, IReadOnlyList<MentionIndicators> Indicators)
{
    /// <summary>Nothing belongs to anything.</summary>
    public static readonly MentionRules Empty = new([], [], [], [], []);
}

/// <summary>A field of a facts sheet.</summary>
public sealed record FactPath(string Sheet, string Field, Place Place)
{
    /// <summary>项目自评表.预算数.</summary>
    public override string ToString() => $"{Sheet}.{Field}";
}

/// <summary>After one of the phrases, the first number with this unit in the text of a sheet is the field's.</summary>
/// <param name="Sheet">The sheet whose text is read.</param>
/// <param name="Unit">万元, %, 分.</param>
/// <param name="Join">The field that text and fact have in common; null when the fact stands once.</param>
public sealed record MentionStatement(string Sheet, IReadOnlyList<string> Phrases, string Unit, FactPath Fact, string? Join);

/// <summary>A number with this unit beside one of the nouns is one of these figures.</summary>
/// <param name="Values">Formulas.</param>
public sealed record MentionFigure(IReadOnlyList<string> Names, string Unit, IReadOnlyList<string> Values, Place Place);

/// <summary>占…的: what the noun amounts to.</summary>
public sealed record MentionBase(string Name, string Value, Place Place);

/// <summary>Text of a sheet that repeats the indicators of another sheet by their names.</summary>
/// <param name="Records">The sheet of indicators.</param>
/// <param name="Join">The field that text and indicators have in common; null when there is none.</param>
/// <param name="Name">The field with the indicator's name.</param>
/// <param name="Values">The fields that the text may repeat.</param>
public sealed record MentionIndicators(string Sheet, string Records, string? Join, string Name, IReadOnlyList<string> Values);
