using FinalAccounts.Templates;

namespace FinalAccounts.Tests.Templates;

public sealed class FolderStampTests
{
    public static TheoryData<string, Action<string>> Changes => new()
    {
        { "another text of the same length", root => File.WriteAllText(Path.Combine(root, "a", "sections", "x.sbn"), "two") },
        { "a new file", root => File.WriteAllText(Path.Combine(root, "a", "terms.yaml"), "") },
        { "a file gone", root => File.Delete(Path.Combine(root, "a", "sections", "x.sbn")) },
        { "a file renamed", root => File.Move(Path.Combine(root, "a", "set.yaml"), Path.Combine(root, "a", "set.yml")) },
        { "an older file in its place", root => File.SetLastWriteTimeUtc(Path.Combine(root, "a", "set.yaml"), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc)) },
        { "the file behind a link", root => File.WriteAllText(Path.Combine(root, "..", "shared.yaml"), "longer") },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void TheStampOfAFolderChangesWithItsFiles(string what, Action<string> change)
    {
        var above = Directory.CreateTempSubdirectory("finalaccounts-stamp-");
        var root = above.CreateSubdirectory("templates").FullName;
        Directory.CreateDirectory(Path.Combine(root, "a", "sections"));
        File.WriteAllText(Path.Combine(above.FullName, "shared.yaml"), "short");
        File.WriteAllText(Path.Combine(root, "a", "set.yaml"), "name: a");
        File.WriteAllText(Path.Combine(root, "a", "sections", "x.sbn"), "one");
        File.CreateSymbolicLink(Path.Combine(root, "a", "wording.yaml"), Path.Combine(above.FullName, "shared.yaml"));
        var source = new FolderTemplateSource(root);
        var before = source.Stamp();
        Assert.Equal(before, source.Stamp());
        Thread.Sleep(20);
        change(root);
        Assert.True(before != source.Stamp(), what);
        above.Delete(recursive: true);
    }
}
