using System.Text;
using FinalAccounts.Documents;
using FinalAccounts.Rendering.Excel;
using FinalAccounts.Service.Store;
using FinalAccounts.Templates;
using Microsoft.EntityFrameworkCore;

namespace FinalAccounts.Service.Tests.Editions;

/// <summary>Editions put into a store without a worker: a small document, one sheet as its file.</summary>
internal static class EditionSeed
{
    private static readonly Lazy<byte[]> Templates = new(() =>
    {
        var source = ShippedSets.Source;
        return KeptTemplates.Of(source, new TemplateSetReader(source).Read("hubei-2023").Value!).ToJson();
    });

    /// <summary>The next edition of a unit.</summary>
    /// <param name="file">Bytes of its html file; made of its text when null.</param>
    public static async Task<Edition> AddAsync(
        TestStore store, Unit unit, EditionState state = EditionState.Draft, int errors = 0, string by = "finance", byte[]? file = null) => await store.AskAsync(async db =>
    {
        var artifacts = new Artifacts(db, TimeProvider.System);
        var number = await db.Editions.CountAsync(other => other.UnitId == unit.Id) + 1;
        var document = Document(unit.Name, number, errors);
        using var sheet = new MemoryStream();
        ExcelRenderer.Render(document, sheet);
        var import = await db.Imports.FirstAsync(import => import.UnitId == unit.Id);
        var edition = new Edition
        {
            UnitId = unit.Id, Year = TestStore.Year, Number = number, State = state, InputsHash = Guid.NewGuid().ToString("N"), ImportId = import.Id,
            TemplateSet = "hubei-2023", TemplateSetHash = "", Program = "finalaccounts test", Errors = errors, By = by, At = DateTimeOffset.UtcNow,
            AccountsSha256 = import.AccountsSha256!,
            TemplatesSha256 = await artifacts.PutAsync(Templates.Value, CancellationToken.None),
            TextSha256 = await artifacts.PutAsync(DocumentJson.Write(document), CancellationToken.None),
            Files =
            [
                await FileAsync(artifacts, "xlsx", $"{unit.Name}.xlsx", sheet.ToArray(), errors > 0),
                await FileAsync(artifacts, "html", $"{unit.Name}.html", file ?? Encoding.UTF8.GetBytes($"<p>{unit.Name} {number}</p>"), errors > 0),
            ],
            Events = [new EditionEvent { State = EditionState.Draft, By = by, At = DateTimeOffset.UtcNow }],
        };
        db.Editions.Add(edition);
        await db.SaveChangesAsync();
        return edition;
    });

    private static async Task<EditionFile> FileAsync(Artifacts artifacts, string format, string name, byte[] bytes, bool draft) => new()
    {
        Format = format, Name = name, Draft = draft, Size = bytes.Length, Sha256 = await artifacts.PutAsync(bytes, CancellationToken.None),
    };

    private static Document Document(string unit, int number, int errors) => new(
        new DocumentMetadata($"2023年度{unit}部门决算公开", unit, 2023, DateTimeOffset.UnixEpoch, errors > 0 ? "草稿：不得公开" : null),
        [new Section(new PageSetup(), [new Heading(1, [new Text("第一部分")], "p1"), new Paragraph([new Text($"收入{number}.00万元。")]), Sheet])]);

    private static readonly Table Sheet = new("t01", [new TableColumn(1)], [], [new TableRow([new TableCell([new Text("合计")])])]) { Kind = TableKind.Accounts, SheetName = "公开01表" };
}
