using FinalAccounts.Samples;
using FinalAccounts.Templates;

// dotnet run --project samples/SampleBuilder [repository]: writes the workbooks of samples/whdh-2023 from its source.
var repository = args.Length > 0 ? args[0] : Directory.GetCurrentDirectory();
var set = new TemplateSetReader(new FolderTemplateSource(Path.Combine(repository, "templates"))).Read("hubei-2023");
if (set.Value is null)
{
    foreach (var finding in set.Findings)
    {
        Console.Error.WriteLine($"{finding.Rule} {finding.Message} {string.Join(' ', finding.Places)}");
    }

    return 1;
}

var sample = Path.Combine(repository, "samples", "whdh-2023");
var accounts = SampleSource.Read(Path.Combine(sample, "source"), set.Value);
foreach (var (name, content) in SampleWorkbooks.Build(accounts, set.Value))
{
    var path = Path.Combine(sample, name);
    File.WriteAllBytes(path, content);
    Console.WriteLine($"{path} {content.Length:N0}");
}

return 0;
