namespace FinalAccounts.Tests.Rendering.Pdf.Quality;

/// <summary>Something on a page that a publisher would not sign.</summary>
/// <param name="Page">From 1.</param>
/// <param name="Text">What stands there.</param>
internal sealed record PageFault(int Page, FaultKind Kind, string Text)
{
    public override string ToString() => $"p. {Page} {Kind}: {Text}";
}

/// <summary>What is measured.</summary>
internal enum FaultKind
{
    /// <summary>A number or a code goes on in the next line, or a unit or score of a few characters is torn.</summary>
    Broken,

    /// <summary>A line begins with a mark that must not begin one, or ends with an opening one.</summary>
    Kinsoku,

    /// <summary>The last line of a head, a label or a name is a single character.</summary>
    AloneInCell,

    /// <summary>A line of a title ends inside a word.</summary>
    TornWord,

    /// <summary>The last line of an entry of the contents is a single character.</summary>
    AloneInContents,

    /// <summary>A 类 or a 款 is the last row of a page, its first part on the next.</summary>
    GroupAtFoot,

    /// <summary>Type of less than 9 pt.</summary>
    Small,

    /// <summary>A heading, or a numbered line that leads to a paragraph as headings do, is the last line of a page.</summary>
    HeadingAtFoot,

    /// <summary>The first or last line of a paragraph stands alone on a page.</summary>
    Alone,

    /// <summary>The last line of a paragraph has fewer than three characters.</summary>
    ShortLastLine,

    /// <summary>A page is under 15 % full and not the last of its part.</summary>
    NearlyEmpty,

    /// <summary>A page number stands off the others' height or too near the edge.</summary>
    NumberOffHeight,

    /// <summary>A rule of a table ends in nothing.</summary>
    OpenBox,

    /// <summary>Text outside the type area or over the edge of its cell.</summary>
    Outside,
}
