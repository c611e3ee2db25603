namespace FinalAccounts.Checks.Text;

/// <summary>All that say the same number.</summary>
/// <param name="key">The number, in the unit of the <see cref="SlipIndex"/>.</param>
internal sealed class FigureGroup(long key)
{
    private readonly List<(string Label, Place? Place)> sayings = [];
    private readonly HashSet<(char, char)> topic = [];
    private readonly HashSet<string?> sheets = [];
    private int facts;
    private bool now;
    private bool before;
    private bool amount;

    /// <summary>The number.</summary>
    public long Key => key;

    /// <summary>Whether a table or a metric says it: then it is no slip.</summary>
    public bool Certain { get; private set; }

    /// <summary>Whether anything but the tables says it.</summary>
    public bool Doubtful { get; private set; }

    /// <summary>How often it is said in different places; a table counts for more than any text.</summary>
    public int Weight => Certain ? 1000 : sayings.Select(saying => saying.Place).Distinct().Count() + facts;

    /// <summary>Where it is said, fields before sentences.</summary>
    public IEnumerable<Place> Places => sayings.Select(saying => saying.Place).OfType<Place>().Distinct();

    /// <summary>Whether it is only said as a change: the difference of two rounded amounts.</summary>
    public bool IsChange => !amount;

    /// <summary>Who says it first.</summary>
    public string Label => sayings[0].Label;

    /// <summary>As a sentence writes it; null when none does.</summary>
    public string? Written { get; private set; }

    /// <summary>Whether no field and no table says it.</summary>
    public bool InSentencesOnly => sheets.Count == 1 && sheets.Contains(null) && Written is not null && !Certain;

    /// <summary>Adds a figure of the accounts.</summary>
    public void Add(KnownFigure figure)
    {
        sayings.Add((figure.Label, figure.Place));
        Certain |= figure.Source is FigureSource.Table or FigureSource.Metric;
        Doubtful |= figure.Source is FigureSource.Fact;
        facts += figure.Source is FigureSource.Fact ? 1 : 0;
        sheets.Add(figure.Sheet);
        amount = true;
        now |= !figure.OfLastYear;
        before |= figure.OfLastYear;
        Topic.Collect(figure.Topic, topic);
    }

    /// <summary>Adds a number of a sentence.</summary>
    public void Add(NumberMention mention)
    {
        var content = mention.Passage.Content;
        var label = MentionText.Quoted(content.AsSpan(0, mention.Start), 12) + content[mention.Start..mention.End];
        sayings.Add(($"“{label}”", mention.Place));
        Written ??= mention.Written;
        Doubtful = now = before = true;
        sheets.Add(null);
        amount |= !MentionText.IsChange(mention);
        Topic.Collect(content[Math.Max(0, mention.Start - 40)..Math.Min(content.Length, mention.End + 20)], topic);
        if (mention.Passage.CellAt(mention.Start) is { } cell)
        {
            Topic.Collect(cell.Row, topic);
        }
    }

    /// <summary>Whether both can be the same thing: of the same year, and not two values of one sheet.</summary>
    /// <param name="far">A slip that many numbers are away from each other: then no sheet may hold both; else one that holds nothing but them.</param>
    public bool CanBe(FigureGroup other, bool far) =>
        ((now && other.now) || (before && other.before))
        && !((far || (sheets.Count == 1 && other.sheets.Count == 1)) && sheets.Any(sheet => sheet is not null && other.sheets.Contains(sheet)));

    /// <summary>How many pairs of characters both are about.</summary>
    public int Shared(FigureGroup other) =>
        topic.Count <= other.topic.Count ? topic.Count(other.topic.Contains) : other.topic.Count(topic.Contains);
}
