namespace FinalAccounts.Checks.Text;

/// <summary>A figure that the accounts or the text hold.</summary>
/// <param name="Value">In the base unit: 元, a ratio, points, pieces.</param>
/// <param name="Label">For people: 表01［收入总计，金额］, 项目支出［政法委业务经费，金额］.</param>
/// <param name="Topic">The words by which it is about something.</param>
internal sealed record KnownFigure(MentionKind Kind, decimal Value, string Label, string Topic, Place? Place, FigureSource Source)
{
    /// <summary>Said of last year alone: this year's figures are no slips of it.</summary>
    public bool OfLastYear { get; init; }

    /// <summary>The facts sheet, two of whose fields are two things; null outside the facts.</summary>
    public string? Sheet { get; init; }
}

/// <summary>Where a figure is known from; the later, the less it is to be relied on.</summary>
internal enum FigureSource
{
    /// <summary>A cell of a published table.</summary>
    Table,

    /// <summary>Computed from cells.</summary>
    Metric,

    /// <summary>A field of the facts.</summary>
    Fact,
}
