namespace FinalAccounts.Rendering.Html;

/// <summary>What a page is made for.</summary>
public enum HtmlPurpose
{
    /// <summary>To be read in a browser and put on a web site: with navigation and the figures' origins, and printable.</summary>
    Publication,

    /// <summary>As on paper: without what paper cannot show.</summary>
    Print,

    /// <summary>To be read beside its template while that is being written: as on paper, with the figures' origins and the template's lines.</summary>
    Preview,
}
