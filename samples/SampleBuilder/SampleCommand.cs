namespace FinalAccounts.Samples;

/// <summary>Writes the workbooks of samples/whdh-2023 from its transcription.</summary>
internal static class SampleCommand
{
    public static int Run(string repository)
    {
        var set = RepositorySet.Read(repository, "hubei-2023");
        var sample = Path.Combine(repository, "samples", "whdh-2023");
        var accounts = SampleSource.Read(Path.Combine(sample, "source"), set.Set);
        foreach (var (name, content) in UnitFiles.Workbooks(accounts, set.Set))
        {
            var path = Path.Combine(sample, name);
            File.WriteAllBytes(path, content);
            Console.WriteLine($"{path} {content.Length:N0}");
        }

        return 0;
    }
}
