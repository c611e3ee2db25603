using System.Security.Cryptography;
using FinalAccounts.Rendering.Html;

namespace FinalAccounts.Rendering.Site;

/// <summary>
/// A static site of published editions in a folder: an index, a page for each edition with its files and data, feeds, checksums. Every address in it is relative.
/// A change is written beside the folder and swapped in when it is complete; what fails leaves the site as it was. What does not change is not written again: it gets a second name.
/// </summary>
/// <param name="path">The site's folder; it need not exist.</param>
/// <param name="title">The site's name; null keeps the one that it has.</param>
/// <param name="address">Where the site will stand, for the site map and the feeds; null when that is not known.</param>
public sealed class SiteFolder(string path, string? title = null, Uri? address = null)
{
    private const string UsualTitle = "部门决算公开";

    private readonly string folder = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path));

    /// <summary>Puts editions on the site, each in the place of the one that its unit had for its year, and takes others off.</summary>
    /// <param name="additions">What is published.</param>
    /// <param name="withdrawn">Units and years whose editions are no longer public.</param>
    /// <exception cref="RenderingException">The folder holds something that is no site, or another update is under way.</exception>
    public SiteCatalog Update(IReadOnlyList<SiteAddition> additions, IReadOnlyList<(string Unit, int Year)> withdrawn)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(folder)!);
        using var turn = Turn();
        var catalog = Existing();
        var gone = withdrawn.Concat(additions.Select(addition => (addition.Document.Metadata.Unit, addition.Document.Metadata.FiscalYear))).ToHashSet();
        var kept = catalog.Editions.Where(edition => !gone.Contains((edition.Unit, edition.Year))).ToList();
        var next = folder + ".next";
        Remove(next);
        foreach (var edition in kept)
        {
            Keep(System.IO.Path.Combine(folder, edition.Folder), System.IO.Path.Combine(next, edition.Folder));
        }

        var places = kept.Select(edition => edition.Folder).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var added = additions.Select(addition => Add(next, addition, places)).ToList();
        var former = catalog.Title;
        catalog = (title is null ? catalog : catalog with { Title = title }).With([.. kept, .. added]);
        WriteShared(next, catalog);
        WritePages(next, catalog, catalog.Title == former ? added : catalog.Editions);
        Swap(next);
        return catalog;
    }

    private FileStream Turn()
    {
        try
        {
            return new FileStream(folder + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException exception)
        {
            throw new RenderingException($"另一个程序正在更新站点 {folder}，请稍后再试。", exception) { MayPass = true };
        }
    }

    private SiteCatalog Existing()
    {
        var state = System.IO.Path.Combine(folder, SiteCatalog.FileName);
        if (File.Exists(state))
        {
            return SiteCatalog.Read(File.ReadAllBytes(state));
        }

        return !Directory.Exists(folder) || !Directory.EnumerateFileSystemEntries(folder).Any()
            ? new SiteCatalog(title ?? UsualTitle, [])
            : throw new RenderingException($"文件夹 {folder} 不是空的，里面也没有 {SiteCatalog.FileName}：它不是本程序的站点，没有改动它。请换一个空文件夹。");
    }

    private static SiteEdition Add(string root, SiteAddition addition, HashSet<string> places)
    {
        var document = addition.Document;
        var place = $"{document.Metadata.FiscalYear:0000}/{addition.Name}";
        for (var number = 2; !places.Add(place); number++)
        {
            place = $"{document.Metadata.FiscalYear:0000}/{addition.Name}-{number}";
        }

        var files = addition.Files.Select(file => Write(addition.FileName + file.Extension, Label(file), WithLinks(file, addition))).ToList();
        files.AddRange(TableData.Of(document).Select(table => Write($"data/{table.Id}.csv", $"{table.SheetName}（CSV）", TableData.Csv(table))));
        files.Add(Write("data/tables.json", "全部公开表（JSON）", TableData.JsonOf(document)));
        return new SiteEdition(document.Metadata.Unit, document.Metadata.FiscalYear, document.Metadata.Title, document.Metadata.Created, place, files);

        SiteFile Write(string name, string label, byte[] bytes)
        {
            SiteFolder.Write(System.IO.Path.Combine(root, place, name), bytes);
            return new SiteFile(name, label, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }
    }

    private void WriteShared(string root, SiteCatalog catalog)
    {
        var feeds = new SiteFeeds(catalog, address);
        Write(System.IO.Path.Combine(root, "index.html"), SitePages.Index(catalog));
        Write(System.IO.Path.Combine(root, "schema", "tables.schema.json"), SitePages.Schema());
        Write(System.IO.Path.Combine(root, "feed.json"), feeds.JsonFeed());
        Write(System.IO.Path.Combine(root, "feed.xml"), feeds.Rss());
        Write(System.IO.Path.Combine(root, "SHA256SUMS"), feeds.Checksums());
        Write(System.IO.Path.Combine(root, SiteCatalog.FileName), catalog.Write());
        if (feeds.Map() is { } map)
        {
            Write(System.IO.Path.Combine(root, "sitemap.xml"), map);
        }
    }

    // Of the editions given; all when the site has another name.
    private static void WritePages(string root, SiteCatalog catalog, IEnumerable<SiteEdition> editions)
    {
        foreach (var edition in editions)
        {
            var page = System.IO.Path.Combine(root, edition.Folder, "index.html");
            // Not into the file, which the present site has as well.
            File.Delete(page);
            Write(page, SitePages.Edition(catalog, edition));
        }
    }

    private void Swap(string next)
    {
        var former = folder + ".former";
        Remove(former);
        var existed = Directory.Exists(folder);
        if (existed)
        {
            Directory.Move(folder, former);
        }

        try
        {
            Directory.Move(next, folder);
        }
        catch (IOException) when (existed)
        {
            Directory.Move(former, folder);
            throw;
        }

        Remove(former);
    }

    // Beside the web page stand its other formats.
    private static byte[] WithLinks(RenderedFile file, SiteAddition addition) => file.Format != OutputFormats.Html ? file.Bytes : SiblingLinks.Put(
        file.Bytes, addition.Files.Where(other => other != file).Select(other => (Label(other), addition.FileName + other.Extension)));

    private static string Label(RenderedFile file) => file.Format switch
    {
        OutputFormats.Html => "在线阅读（HTML）",
        OutputFormats.Pdf => "PDF" + (file.Pages is { } pages ? $"（{pages}页）" : ""),
        OutputFormats.Word => "Word",
        OutputFormats.Excel => "Excel",
        _ => file.Extension,
    };

    private static void Write(string file, byte[] bytes)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, bytes);
    }

    private static void Keep(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = System.IO.Path.Combine(to, System.IO.Path.GetRelativePath(from, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            FileLink.Put(file, target);
        }
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
