using System.Text.RegularExpressions;

namespace FinalAccounts.Tests.Architecture;

/// <summary>Rooms are the folders directly below a project. No two of them use each other; what stands in one place stands nowhere else.</summary>
public sealed partial class RoomsTests
{
    // What remains, each with its reason in docs/architecture.md.
    private static readonly string[] Known = ["Core: Checks ⇄ Claims", "Core: Import ⇄ Templates", "Rendering: Drawing ⇄ Html", "Service: People ⇄ Shell", "Service: People ⇄ Store"];

    [Fact]
    public void NoTwoRoomsUseEachOther()
    {
        var found = new[] { "Core", "Rendering", "Service", "Cli", "Reading", "Documents" }.SelectMany(Mutual).ToList();
        Assert.True(found.TrueForAll(pair => Known.Contains(pair.Name)), string.Join('\n', found.Where(pair => !Known.Contains(pair.Name)).Select(pair => pair.Message)));
        Assert.Equal(Known.Order(StringComparer.Ordinal), found.Select(pair => pair.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void YuanBecomeTenThousandYuanInOneFile() => Assert.Equal(["src/FinalAccounts.Documents/TenThousandYuan.cs"], FilesWith(TenThousand()));

    [Theory]
    [InlineData("基本情况")]
    [InlineData("批复日期")]
    [InlineData("公开日期")]
    [InlineData("成立日期")]
    public void TheNameOfABuiltInFactStandsInOneFile(string name) =>
        Assert.Equal(["src/FinalAccounts.Core/Accounts/KnownFacts.cs"], FilesWith(new Regex($"\"{name}\"")));

    [Fact]
    public void ThePictureOfTheServiceHasItsRooms()
    {
        var picture = File.ReadAllText(Repository.PathOf("docs", "architecture.md"));
        var drawn = Drawn().Matches(picture).SelectMany(line => Room().Matches(line.Groups[1].Value)).Select(room => room.Value).ToHashSet(StringComparer.Ordinal);
        var rooms = Directory.GetDirectories(Repository.PathOf("src", "FinalAccounts.Service")).Select(folder => Path.GetFileName(folder)!)
            .Where(room => char.IsAsciiLetterUpper(room[0])).Order(StringComparer.Ordinal);
        Assert.Equal(rooms, drawn.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<(string Name, string Message)> Mutual(string project)
    {
        var folder = Repository.PathOf("src", "FinalAccounts." + project);
        var root = project is "Core" ? "FinalAccounts" : "FinalAccounts." + project;
        var uses = new Dictionary<(string From, string To), string>();
        foreach (var file in Sources(folder))
        {
            var parts = Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar);
            if (parts.Length == 1)
            {
                continue;
            }

            foreach (Match used in Using().Matches(File.ReadAllText(file)))
            {
                var name = used.Groups[1].Value;
                if (name.StartsWith(root + ".", StringComparison.Ordinal) && name[(root.Length + 1)..].Split('.')[0] is var room && room != parts[0] && Directory.Exists(Path.Combine(folder, room)))
                {
                    uses.TryAdd((parts[0], room), Path.GetRelativePath(Repository.Root, file));
                }
            }
        }

        return uses.Where(use => string.CompareOrdinal(use.Key.From, use.Key.To) < 0 && uses.ContainsKey((use.Key.To, use.Key.From)))
            .Select(use => ($"{project}: {use.Key.From} ⇄ {use.Key.To}", $"{project}: {use.Key.From} and {use.Key.To} use each other: {use.Value}, {uses[(use.Key.To, use.Key.From)]}"));
    }

    private static List<string> FilesWith(Regex pattern) =>
        [.. Sources(Repository.PathOf("src")).Where(file => pattern.IsMatch(File.ReadAllText(file))).Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))];

    private static IEnumerable<string> Sources(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".cshtml", StringComparison.Ordinal))
        .Where(file => !file.Split(Path.DirectorySeparatorChar).Intersect(["obj", "bin", "node_modules", "Migrations"]).Any());

    [GeneratedRegex(@"^@?using ([\w.]+);?\r?$", RegexOptions.Multiline)]
    private static partial Regex Using();

    [GeneratedRegex(@"\b10_?000m\b")]
    private static partial Regex TenThousand();

    // Lines of the picture begin with a bar; what they say of the rooms is in small letters.
    [GeneratedRegex(@"^│((?: +[A-Z][a-z]\w+)+)", RegexOptions.Multiline)]
    private static partial Regex Drawn();

    [GeneratedRegex(@"\b[A-Z][A-Za-z]+\b")]
    private static partial Regex Room();
}
