using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FinalAccounts.Rendering.Word;

/// <summary>A paragraph style: what it changes against 正文, on which all others are based. Null changes nothing. Lengths in points.</summary>
/// <param name="Name">The name that Word shows; Word's own styles by their English names, which Word translates.</param>
internal sealed record WordStyle(string Id, string Name)
{
    /// <summary>The Chinese font.</summary>
    public string? Font { get; init; }

    public double? Size { get; init; }

    /// <summary>The exact height of a line; 0 for as high as its content.</summary>
    public double? Pitch { get; init; }

    /// <summary>Letter spacing in twips.</summary>
    public int? Squeeze { get; init; }

    public W.JustificationValues? Align { get; init; }

    public double? Before { get; init; }

    public double? After { get; init; }

    public double? Left { get; init; }

    /// <summary>How far the first line stands before the others.</summary>
    public double? Hanging { get; init; }

    /// <summary>First line in by two characters of <see cref="IndentSize"/>.</summary>
    public bool Indented { get; init; }

    public double IndentSize { get; init; }

    /// <summary>A right tab with dots, in twips from the left margin.</summary>
    public int? LeaderTab { get; init; }

    public bool KeepNext { get; init; }

    /// <summary>From 1; null for none.</summary>
    public int? OutlineLevel { get; init; }

    /// <summary>The style of the paragraph that one types after it.</summary>
    public string? Next { get; init; }

    public bool Default { get; init; }

    public W.Style Build(string latin)
    {
        var style = new W.Style { Type = W.StyleValues.Paragraph, StyleId = Id, Default = Default ? true : null, CustomStyle = Name[0] > '\u007F' ? true : null };
        style.AppendChild(new W.StyleName { Val = Name });
        if (!Default)
        {
            style.AppendChild(new W.BasedOn { Val = WordStyleIds.Normal });
        }

        if (Next is not null)
        {
            style.AppendChild(new W.NextParagraphStyle { Val = Next });
        }

        style.AppendChild(new W.PrimaryStyle());
        style.AppendChild(Paragraph());
        style.AppendChild(Run(latin));
        return style;
    }

    private W.StyleParagraphProperties Paragraph() => new()
    {
        KeepNext = KeepNext ? new W.KeepNext() : null,
        // No gaps between Chinese and Latin: lines and pages break as in the PDF.
        WidowControl = Default ? new W.WidowControl() : null,
        Kinsoku = Default ? new W.Kinsoku() : null,
        AutoSpaceDE = Default ? new W.AutoSpaceDE { Val = false } : null,
        AutoSpaceDN = Default ? new W.AutoSpaceDN { Val = false } : null,
        SnapToGrid = Default ? new W.SnapToGrid { Val = false } : null,
        Tabs = LeaderTab is { } tab
            ? new W.Tabs(new W.TabStop { Val = W.TabStopValues.Right, Leader = W.TabStopLeaderCharValues.Dot, Position = tab })
            : null,
        SpacingBetweenLines = Spacing(),
        Indentation = Indentation(),
        Justification = Align is { } align ? new W.Justification { Val = align } : null,
        OutlineLevel = OutlineLevel is { } level ? new W.OutlineLevel { Val = level - 1 } : null,
    };

    private W.SpacingBetweenLines? Spacing()
    {
        if (Pitch is null && Before is null && After is null)
        {
            return null;
        }

        return new W.SpacingBetweenLines
        {
            Before = Twips(Before),
            After = Twips(After),
            Line = Pitch is 0 ? "240" : Twips(Pitch),
            LineRule = Pitch is null ? null : Pitch is 0 ? W.LineSpacingRuleValues.Auto : W.LineSpacingRuleValues.Exact,
        };
    }

    private W.Indentation? Indentation() => Indented || Left is not null
        ? new W.Indentation
        {
            Left = Twips(Left),
            Hanging = Twips(Hanging),
            FirstLineChars = Indented ? 200 : null,
            FirstLine = Indented ? Twips(2 * IndentSize) : null,
        }
        : null;

    private W.StyleRunProperties Run(string latin) => new()
    {
        RunFonts = Font is null ? null : new W.RunFonts { Ascii = latin, HighAnsi = latin, EastAsia = Font },
        // The squeeze of the body text serves its grid of 28 characters and nothing else.
        Spacing = Squeeze is { } squeeze ? new W.Spacing { Val = squeeze } : Size is null ? null : new W.Spacing { Val = 0 },
        FontSize = Size is { } size ? new W.FontSize { Val = Measure.HalfPoints(size) } : null,
        FontSizeComplexScript = Size is { } complex ? new W.FontSizeComplexScript { Val = Measure.HalfPoints(complex) } : null,
    };

    // A StringValue made of a null string would be written as an empty attribute.
    private static StringValue? Twips(double? points) => points is { } value ? new StringValue(Measure.Invariant(Measure.Twips(value))) : null;
}
