using FinalAccounts.Service.Reviewing;

namespace FinalAccounts.Cli.Audit;

/// <summary>Writes the reports: one page for one document; for several a folder with a page each and an index.</summary>
internal static class AuditPages
{
    public static void Write(string target, IReadOnlyList<AuditedFile> files)
    {
        if (files is [var only])
        {
            var path = Path.GetFullPath(target);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, AuditPage.Write(only));
            return;
        }

        Directory.CreateDirectory(target);
        var links = new List<(AuditedFile File, string Link)>();
        foreach (var (index, file) in files.Index())
        {
            var name = $"{index + 1:000}-{Path.GetFileNameWithoutExtension(file.Name)}.html";
            File.WriteAllText(Path.Combine(target, name), AuditPage.Write(file));
            links.Add((file, name));
        }

        File.WriteAllText(Path.Combine(target, "index.html"), AuditIndexPage.Write(links));
    }
}
