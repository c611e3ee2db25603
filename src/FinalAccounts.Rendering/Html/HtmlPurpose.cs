namespace FinalAccounts.Rendering.Html;

/// <summary>What a page is made for.</summary>
public enum HtmlPurpose
{
    /// <summary>To be read in a browser and put on a web site: with navigation and the figures' origins, and printable.</summary>
    Publication,

    /// <summary>Only to be printed to PDF: without what paper cannot show.</summary>
    Print,

    /// <summary>Only to learn on which pages the headings stand: laid out as for <see cref="Print"/>, nothing but the headings painted.</summary>
    Layout,

    /// <summary>To be read beside its template while that is being written: as on paper, with the figures' origins and the template's lines.</summary>
    Preview,
}
