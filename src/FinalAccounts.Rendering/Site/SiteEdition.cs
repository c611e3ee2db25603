namespace FinalAccounts.Rendering.Site;

/// <summary>A published edition as the site lists it.</summary>
/// <param name="Unit">公开名称.</param>
/// <param name="Year">决算年度.</param>
/// <param name="Title">The document's title.</param>
/// <param name="Published">The date of publication, as the files themselves tell it.</param>
/// <param name="Folder">Where its files stand below the site, with slashes: 2024/某某局.</param>
/// <param name="Files">In the order in which the page lists them.</param>
public sealed record SiteEdition(string Unit, int Year, string Title, DateTimeOffset Published, string Folder, IReadOnlyList<SiteFile> Files);

/// <summary>A file of an edition.</summary>
/// <param name="Name">Its path below the edition's folder.</param>
/// <param name="Label">For people: PDF, 公开01表（CSV）.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">Of its content, in hexadecimal.</param>
public sealed record SiteFile(string Name, string Label, long Size, string Sha256);

/// <summary>An edition to be put on the site.</summary>
/// <param name="Name">The unit's name as a folder: safe for every file system.</param>
/// <param name="FileName">The files' name without extension, safe as well.</param>
/// <param name="Document">What the files say; the tables' data are taken from it.</param>
/// <param name="Files">The rendered files.</param>
public sealed record SiteAddition(string Name, string FileName, FinalAccounts.Documents.Document Document, IReadOnlyList<RenderedFile> Files);
