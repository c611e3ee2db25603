using System.Text.Json;

namespace FinalAccounts.Tests.Architecture;

/// <summary>docs/licences.md names every package that is shipped in the version that is locked, with a licence.</summary>
public sealed class LicencesTests
{
    private static readonly string[] Lines = File.ReadAllLines(Repository.PathOf("docs", "licences.md"));

    [Fact]
    public void EveryPackageOfTheProgramIsListed()
    {
        using var @lock = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("src", "FinalAccounts.Cli", "packages.lock.json")));
        var packages = @lock.RootElement.GetProperty("dependencies").EnumerateObject().SelectMany(framework => framework.Value.EnumerateObject())
            .Where(package => package.Value.GetProperty("type").GetString() != "Project")
            .Select(package => (package.Name, Version: package.Value.GetProperty("resolved").GetString()!));
        AllListed(packages);
    }

    [Theory]
    [InlineData("src/FinalAccounts.Rendering/Typst/Worker/package-lock.json")]
    [InlineData("src/FinalAccounts.Service/web/package-lock.json")]
    public void EveryPackageOfNpmIsListed(string path)
    {
        using var @lock = JsonDocument.Parse(File.ReadAllText(Repository.PathOf(path.Split('/'))));
        AllListed(@lock.RootElement.GetProperty("packages").EnumerateObject().Where(package => package.Name.StartsWith("node_modules/", StringComparison.Ordinal))
            .Select(package => (package.Name[(package.Name.LastIndexOf("node_modules/", StringComparison.Ordinal) + "node_modules/".Length)..], package.Value.GetProperty("version").GetString()!)));
    }

    [Fact]
    public void EveryLicenceIsOneThatMayBeShipped()
    {
        var licences = Lines.Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| package", StringComparison.Ordinal)).Select(line => line.Split('|')[3].Trim()).Distinct().Order().ToList();

        Assert.NotEmpty(licences);
        Assert.DoesNotContain(licences, licence => licence.Length == 0 || licence == "not stated" || (licence.Contains("GPL", StringComparison.Ordinal) && !licence.Contains("LGPL", StringComparison.Ordinal)));
    }

    private static void AllListed(IEnumerable<(string Name, string Version)> packages)
    {
        var missing = packages.Where(package => !Lines.Any(line => line.StartsWith($"| {package.Name} | {package.Version} | ", StringComparison.Ordinal))).ToList();
        Assert.True(missing.Count == 0, $"node build/licences.mjs; not in docs/licences.md: {string.Join('；', missing)}");
    }
}
