using FinalAccounts.Rendering.Drawing;

namespace FinalAccounts.Rendering.Layout;

/// <summary>The lines between a table's title and its grid: the form's mark, then the owner with the unit of money or the date at the right, each on its own where one line is too short.</summary>
internal static class FrameLines
{
    /// <summary>五号, in pt.</summary>
    public const double Size = 10.5;

    // Between the two, and for programs that part Latin from Chinese.
    private const double Gap = 3 * Size;

    /// <summary>What stands left and right on each line.</summary>
    /// <param name="width">Of the page's text, in pt.</param>
    public static IReadOnlyList<(string? Left, string? Right)> Of(TableFrame? frame, double width) => frame switch
    {
        null => [],
        { Mark: { } mark } => [(null, mark), .. Of(frame with { Mark = null }, width)],
        { Owner: null, Unit: null } => [],
        { Owner: { } owner, Unit: { } unit } when TextMeasure.Width(owner + unit, Size) + Gap > width => [(owner, null), (null, unit)],
        _ => [(frame.Owner, frame.Unit)],
    };
}
