using FinalAccounts.Accounts;
using FinalAccounts.Comparison;
using FinalAccounts.Documents.Comparison;
using FinalAccounts.Import.Json;
using FinalAccounts.Templates;

namespace FinalAccounts.Tests.Comparison;

public sealed class EditionComparerTests
{
    private const string Program = "finalaccounts 1";
    private const string Section = "national-2024/sections/收入支出总体.sbn";

    private static readonly DepartmentAccounts Raised = Variations.Raised(RealSample.Accounts, "表01", "收入总计", "金额", 100_000m);

    private static readonly KeptTemplates Reworded = new(new Dictionary<string, string>(RealSample.Templates.Files)
    {
        [Section] = RealSample.Templates.Files[Section].Replace("年度收、支总计{{", "年度收入、支出总计{{", StringComparison.Ordinal),
    });

    [Fact]
    public void CorrectedCellExplainsEveryPlaceWhereItIsPrinted()
    {
        var note = new CorrectionNote("表01", "收入总计", "金额", "录入错误", "wang", "2024-10-08");
        var comparison = Compare(RealSample.Templates, Raised, RealSample.Templates, note);
        Assert.Equal([new ValueChange("表01", "收入总计", "金额", false, "952052900", "952152900")], comparison.Values);
        Assert.Empty(comparison.TemplateFiles);
        Assert.All(comparison.Document.Changes, change => Assert.Equal(
            ["Data：表01［收入总计，金额］ 952,052,900元 → 952,152,900元（更正：录入错误；wang，2024-10-08）"], Said(change)));
        Assert.Contains(comparison.Document.Changes, change => change.Kind == ChangeKind.Cell && (change.Before, change.After) == ("95,205.29", "95,215.29"));
        Assert.Contains(comparison.Document.Changes, change => change.Kind == ChangeKind.Text && (change.Before, change.After) == ("95,205.29", "95,215.29"));
    }

    [Fact]
    public void NewDataAndNewWordsInOneParagraphAreToldApart()
    {
        var comparison = Compare(RealSample.Templates, Raised, Reworded);
        var words = Assert.Single(comparison.Document.Changes, change => change.After == "入" && change.Context!.Left.EndsWith("年度收", StringComparison.Ordinal));
        Assert.Equal([$"Template：{Section}"], Said(words));
        var figures = comparison.Document.Changes.Where(change => change.Block == words.Block && change.After == "95,215.29").ToList();
        Assert.NotEmpty(figures);
        Assert.All(figures, change => Assert.StartsWith("Data：表01［收入总计，金额］", Assert.Single(Said(change))));
    }

    [Fact]
    public void AnotherProgramIsACauseOfItsOwn()
    {
        var other = RealSample.Document with
        {
            Sections =
            [
                .. RealSample.Document.Sections.Select(section => section with
                {
                    Blocks = [.. section.Blocks.Select(block => block is Documents.Paragraph { Style: Documents.ParagraphStyle.TableNote } note ? note with { Inlines = [.. note.Inlines, new Documents.Text("（旧版）")] } : block)],
                }),
            ],
        };
        var json = AccountsJson.Write(RealSample.Accounts);
        var comparison = EditionComparer.Compare(
            new KeptEdition(other, json, RealSample.Templates, RealSample.Key, "finalaccounts 0"),
            new KeptEdition(RealSample.Document, json, RealSample.Templates, RealSample.Key, Program), [], Program, CancellationToken.None);
        Assert.NotEmpty(comparison.Document.Changes);
        Assert.All(comparison.Document.Changes, change => Assert.Equal(["Program："], Said(change)));
    }

    [Fact]
    public void FactsAreComparedByFieldAndRecord()
    {
        var records = RealSample.Accounts.Facts.Records("名词");
        var sheets = RealSample.Accounts.Facts.Sheets.ToDictionary();
        var first = sheets["基本情况"].Records[0].Values.ToDictionary();
        first["公开日期"] = first["公开日期"] with { Date = new DateOnly(2024, 10, 8) };
        sheets["基本情况"] = sheets["基本情况"] with { Records = [new FactRecord(first)] };
        sheets["原因说明"] = sheets["原因说明"] with { Records = [.. sheets["原因说明"].Records.Skip(1)] };
        var changes = AccountsDifference.Of(RealSample.Accounts, RealSample.Accounts with { Facts = new Facts(sheets) }, CancellationToken.None);
        Assert.Contains(new ValueChange("基本情况", "", "公开日期", true, "2024-09-29", "2024-10-08"), changes);
        Assert.Equal(RealSample.Accounts.Facts.Records("原因说明")[0].Values.Count, changes.Count(change => change is { Sheet: "原因说明", Row: "1", After: null }));
        Assert.Empty(AccountsDifference.Of(RealSample.Accounts, RealSample.Accounts, CancellationToken.None));
        Assert.All(changes, change => Assert.True(change.Sheet is "基本情况" or "原因说明", $"{change} of {records.Count}"));
    }

    private static EditionComparison Compare(KeptTemplates before, DepartmentAccounts accounts, KeptTemplates after, params CorrectionNote[] notes) =>
        EditionComparer.Compare(
            new KeptEdition(RealSample.Document, AccountsJson.Write(RealSample.Accounts), before, RealSample.Key, Program),
            new KeptEdition(RealSample.Disclose(accounts, after), AccountsJson.Write(accounts), after, RealSample.Key, Program), notes, Program, CancellationToken.None);

    private static IEnumerable<string> Said(Change change) => change.Causes.Select(cause => $"{cause.Kind}：{string.Join('；', cause.Details)}");
}
