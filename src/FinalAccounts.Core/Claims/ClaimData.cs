using FinalAccounts.Accounts;
using FinalAccounts.Checks.Text;
using FinalAccounts.Formulas;
using FinalAccounts.Templates;

namespace FinalAccounts.Claims;

/// <summary>What the checks of claims look at: the claims, and the figures that they are about.</summary>
internal sealed class ClaimData
{
    private readonly Dictionary<string, MetricValue?> metrics = new(StringComparer.Ordinal);

    public ClaimData(TextData text)
    {
        Text = text;
        Words = ClaimWords.Of(text.Set, text.Book.Accounts.FiscalYear);
        Reader = new ClaimReader(Words, Rules, text.Book.Accounts);
        Passages = Reader.Read(text.Passages, text.Mentions);
    }

    public TextData Text { get; }

    public StatementRules Rules => Text.Set.Set.Statements;

    public ClaimWords Words { get; }

    public ClaimReader Reader { get; }

    /// <summary>The paragraphs in reading order.</summary>
    public IReadOnlyList<ClaimedPassage> Passages { get; }

    /// <summary>A metric that could be computed; null else.</summary>
    public MetricValue? Metric(string? name)
    {
        if (name is null)
        {
            return null;
        }

        if (!metrics.TryGetValue(name, out var value))
        {
            metrics[name] = value = Text.Book.Metric(name) is { Problem: null, Value: not null } known && Has(known) ? known : null;
        }

        return value;
    }

    /// <summary>The cell of a section's table for a subject's code; blank when there is none.</summary>
    public AccountsCell Cell(CellColumn? column, string? code) =>
        column is null || code is null ? AccountsCell.Blank
        : Text.Book.Accounts.Tables.GetValueOrDefault(column.Table)?.Cell(code, column.Column) ?? AccountsCell.Blank;

    /// <summary>A finding at a number, with the figure's own places behind it.</summary>
    public static Finding Differs(Severity severity, string rule, string message, NumberMention number, decimal expected, IEnumerable<Place?> places, string remedy) =>
        MentionFindings.Differs(severity, rule, message, number, expected, places) with { Remedy = remedy };

    // “+ 0” makes a figure of a table that was never read.
    private static bool Has(MetricValue metric) => metric.Origin.Cells.Any(cell => cell.Place is not null || cell.Value is not null);
}
