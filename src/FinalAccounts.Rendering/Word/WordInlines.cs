using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FinalAccounts.Rendering.Word;

/// <summary>Inlines as runs. A figure is plain text in Word: its origin is shown by the HTML.</summary>
internal static class WordInlines
{
    public static IEnumerable<OpenXmlElement> Write(IReadOnlyList<Inline> inlines, bool strong = false) =>
        inlines.SelectMany(inline => Write(inline, strong));

    /// <summary>The text on one line, for the contents and bookmarks.</summary>
    public static string PlainText(IReadOnlyList<Inline> inlines) => string.Concat(inlines.Select(inline => inline switch
    {
        Text text => text.Value,
        Strong strong => PlainText(strong.Inlines),
        Figure figure => figure.Text,
        LineBreak => " ",
        Checkbox box => Sign(box),
        _ => throw Unknown(inline),
    }));

    private static IEnumerable<OpenXmlElement> Write(Inline inline, bool strong) => inline switch
    {
        Text text => [WordText.Run(text.Value, strong)],
        Strong emphasis => Write(emphasis.Inlines, strong: true),
        Figure figure => [WordText.Run(figure.Text, strong)],
        LineBreak => [new W.Run(new W.Break())],
        Checkbox box => [BoxRun(box)],
        _ => throw Unknown(inline),
    };

    private static W.Run BoxRun(Checkbox box) => new(
        new W.RunProperties { RunStyle = new W.RunStyle { Val = WordStyleIds.Box } }, new W.Text(Sign(box)));

    private static string Sign(Checkbox box) => box.Checked ? "☑" : "☐";

    private static NotSupportedException Unknown(Inline inline) => new($"Word has no writer for {inline.GetType().Name}.");
}
