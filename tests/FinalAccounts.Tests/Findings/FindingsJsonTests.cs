using FinalAccounts.Accounts;
using FinalAccounts.Documents;
using FinalAccounts.Formulas;
using FinalAccounts.Import;
using FinalAccounts.Import.Json;
using FinalAccounts.Samples;

namespace FinalAccounts.Tests.Findings;

/// <summary>Findings and accounts that were stored and read again: the service must say what the command line says.</summary>
public sealed class FindingsJsonTests
{
    [Theory, InlineData("whdh-2023"), InlineData("shanghai-made-up")]
    public void StoredSampleGivesTheFindingsOfTheCommandLine(string folder)
    {
        var sample = ImportedSample.Of(folder);

        AssertEqual(sample.Set, sample.Accounts, sample.Findings, sample.Disclosure);
    }

    [Theory, InlineData("hubei-2023"), InlineData("shanghai-2024")]
    public void StoredMadeUpUnitsGiveTheFindingsOfTheCommandLine(string key)
    {
        var set = ShippedSets.Of(key);

        Assert.All(UnitVariety.Batch(12, 7), options =>
        {
            var files = UnitFiles.Workbooks(SampleUnit.Create(set, options), set.Set).ToDictionary(file => file.Name, file => new ImportFile(file.Name, file.Content));
            var imported = Importer.Import(new ImportRequest { Tables = files["公开表.xlsx"], Facts = files["文字资料.xlsx"] }, set.Set, CancellationToken.None);

            AssertEqual(set, imported.Value!, imported.Findings, Pipeline.Run(imported.Value!, imported.Findings, set, null, CancellationToken.None));
        });
    }

    [Fact]
    public void EveryPropertyOfAFindingComesBack()
    {
        var finding = new Finding(Severity.Rounding, "X-07", "相差", [new Place("公开表.xlsx", "公开01表", "C7"), new Place("sections/01.sbn", Line: 2, Column: 4)])
        {
            Expected = "1.00", Actual = "1.01", Difference = "0.01", Remedy = "不用改",
        };

        var back = Assert.Single(FindingsJson.Read(FindingsJson.Write([finding])));

        Assert.Equal(finding.Places, back.Places);
        Assert.Equal(finding with { Places = [] }, back with { Places = [] });
    }

    [Fact]
    public void PlacesThatVersion01StoredAsTextAreRead()
    {
        var back = FindingsJson.Read("""[{"severity":"error","rule":"FRM-01","message":"错","places":["公开表.xlsx ▸ 公开01表 ▸ C7"],"expected":null,"actual":null,"difference":null,"remedy":null}]""");

        Assert.Equal("公开表.xlsx ▸ 公开01表 ▸ C7", Assert.Single(Assert.Single(back).Places).ToString());
    }

    private static void AssertEqual(CompiledSet set, DepartmentAccounts accounts, IReadOnlyList<Finding> findings, Disclosure direct)
    {
        var read = Importer.Import(new ImportRequest { Json = new ImportFile("数据", AccountsJson.Write(accounts)) }, set.Set, CancellationToken.None);
        var stored = Pipeline.Run(read.Value!, FindingsJson.Read(FindingsJson.Write(findings)), set, null, CancellationToken.None);

        Assert.Equal(FindingsJson.Write(direct.Findings, indented: true), FindingsJson.Write(stored.Findings, indented: true));
        Assert.Equal(direct.Document!.Metadata.DraftNotice, stored.Document!.Metadata.DraftNotice);
    }
}
