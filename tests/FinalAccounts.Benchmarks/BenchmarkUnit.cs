using FinalAccounts.Formulas;
using FinalAccounts.Import;
using FinalAccounts.Samples;
using FinalAccounts.Templates;

namespace FinalAccounts.Benchmarks;

/// <summary>A unit to be measured: its files as an office hands them in, and the set it is generated with.</summary>
internal sealed record BenchmarkUnit(CompiledSet Set, ImportRequest Files)
{
    /// <summary>The real sample's name among the units.</summary>
    public const string Sample = "sample";

    private const string SetKey = "hubei-2023";

    // As many 项 as the sample's 支出决算表 has.
    private const int SampleItems = 37;

    /// <summary>The sample, or a made-up unit with so many times its rows, projects and indicators.</summary>
    public static BenchmarkUnit Load(string name)
    {
        var set = ReadSet();
        return new BenchmarkUnit(set, name == Sample ? ReadSample() : MakeUp(set, int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)));
    }

    /// <summary>The folder that has templates/ and samples/.</summary>
    public static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "templates")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("templates/");
    }

    private static CompiledSet ReadSet() =>
        new TemplateSetReader(new FolderTemplateSource(Path.Combine(Root(), "templates"))).ReadCompiled(SetKey).Value
            ?? throw new InvalidDataException(SetKey);

    private static ImportRequest ReadSample()
    {
        var folder = Path.Combine(Root(), "samples", "whdh-2023");
        ImportFile Read(string name) => new(name, File.ReadAllBytes(Path.Combine(folder, name)));
        return new ImportRequest { Tables = Read("公开表.xlsx"), Facts = Read("文字资料.xlsx") };
    }

    private static ImportRequest MakeUp(CompiledSet set, int scale)
    {
        var accounts = SampleUnit.Create(set, new UnitOptions(1) { Items = SampleItems, Scale = scale });
        var files = UnitFiles.Workbooks(accounts, set.Set).ToDictionary(file => file.Name, file => new ImportFile(file.Name, file.Content));
        return new ImportRequest { Tables = files["公开表.xlsx"], Facts = files["文字资料.xlsx"] };
    }
}
