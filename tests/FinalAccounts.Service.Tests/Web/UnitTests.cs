using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using FinalAccounts.Import;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Units;
using Microsoft.EntityFrameworkCore;

namespace FinalAccounts.Service.Tests.Web;

[Collection(ServiceTests.Name)]
public sealed class UnitTests(WebApp web)
{
    [Fact]
    public async Task AListInGb18030WithTheChildBeforeItsParentIsImportedWhole()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var csv = Encoding.GetEncoding("GB18030").GetBytes("单位代码,公开名称,公开层级,上级单位代码\r\nL102,\"局（本级）,办公室\",本级,L101\r\nL101,某某局,部门,\r\n");
        var rows = UnitSheet.Read(new ImportFile("单位.csv", csv), CancellationToken.None);
        var (added, changed, findings) = await SaveAsync(rows.Value!);
        Assert.Equal((2, 0, 0), (added, changed, findings.Count));
        var child = await web.QueryAsync(db => db.Units.Include(unit => unit.Parent).SingleAsync(unit => unit.Code == "L102"));
        Assert.Equal(("局（本级）,办公室", UnitLevel.OwnLevel, "L101"), (child.Name, child.Level, child.Parent!.Code));
        var again = await SaveAsync(rows.Value!);
        Assert.Equal((0, 2), (again.Added, again.Changed));
    }

    [Fact]
    public async Task OneWrongRowStopsTheWholeListAndNamesItsPlace()
    {
        var csv = Encoding.UTF8.GetBytes("单位代码,公开名称,公开层级,上级单位代码\nL201,甲局,部门,\nL202,乙局,单位,L999\n");
        var (_, _, findings) = await SaveAsync(UnitSheet.Read(new ImportFile("单位.csv", csv), CancellationToken.None).Value!);
        var finding = Assert.Single(findings);
        Assert.Contains("L999", finding.Message);
        Assert.Equal("单位.csv(3,1)", finding.Places[0].ToString());
        Assert.False(await web.QueryAsync(db => db.Units.AnyAsync(unit => unit.Code == "L201")));
    }

    [Theory]
    [InlineData("代码,名称\n", "没有单位")]
    [InlineData("甲,乙\n1,2\n", "没有找到表头")]
    [InlineData("单位代码,公开名称,公开层级\nA1,甲,科室\n", "公开层级“科室”不认识")]
    [InlineData("单位代码,公开名称\nA1,甲\nA1,乙\n", "出现了 2 次")]
    public void MistakesOfAListAreSaid(string csv, string message)
    {
        var read = UnitSheet.Read(new ImportFile("单位.csv", Encoding.UTF8.GetBytes(csv)), CancellationToken.None);
        Assert.Null(read.Value);
        Assert.Contains(read.Findings, finding => finding.Message.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task AUnitCannotStandBelowItself()
    {
        using var client = await web.SignInAsync(Roles.Administrator);
        foreach (var (code, parent) in new[] { ("L301", ""), ("L302", "L301") })
        {
            using var added = await WebApp.PostAsync(client, "/units/new", ("Input.Code", code), ("Input.Name", code), ("Input.Level", "Unit"), ("Input.Parent", parent), ("Input.Active", "true"));
            Assert.Equal($"/units/{code}", added.Headers.Location?.ToString());
        }

        using var circle = await WebApp.PostAsync(client, "/units/L301/edit", ("Input.Name", "L301"), ("Input.Level", "Unit"), ("Input.Parent", "L302"), ("Input.Active", "true"));
        Assert.Contains("上级单位不能是它自己或它的下级", await circle.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task TheApiAnswersInPagesAndSaysWhatItDoesNotFind()
    {
        using var client = await web.WithTokenAsync("read");
        var page = await client.GetFromJsonAsync<JsonElement>("/api/v1/units?q=whdh&size=1");
        Assert.Equal(("whdh", 1), (page.GetProperty("items")[0].GetProperty("code").GetString(), page.GetProperty("total").GetInt32()));
        using var missing = await client.GetAsync("/api/v1/units/nothing/years/2023/imports");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.Equal("没有代码为“nothing”的单位。", (await missing.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString());
        var document = await client.GetFromJsonAsync<JsonElement>("/api/v1/openapi.json");
        Assert.Equal("单位清单", document.GetProperty("paths").GetProperty("/api/v1/units").GetProperty("get").GetProperty("summary").GetString());
    }

    [Fact]
    public async Task TheAuditLogIsExportedByTheAdministratorWithFormulasDisarmed()
    {
        await web.QueryAsync(async db =>
        {
            db.Audit.Add(new AuditEntry { At = DateTimeOffset.UtcNow, By = "=cmd()", Action = "unit.changed", Subject = "导出,试验" });
            return await db.SaveChangesAsync();
        });
        using var client = await web.SignInAsync(Roles.Administrator);
        var csv = await client.GetStringAsync("/audit?handler=Csv&Text=" + Uri.EscapeDataString("导出,试验"));
        Assert.Contains("'=cmd(),修改单位,\"导出,试验\"", csv);
        var xlsx = await client.GetByteArrayAsync("/audit?handler=Xlsx");
        Assert.True(ListSheet.Read(new ImportFile("审计记录.xlsx", xlsx), CancellationToken.None).Value!.Rows.Count > 1);
    }

    [Theory]
    [InlineData(null, null, null, null, NextStep.HandIn)]
    [InlineData(1, null, null, null, NextStep.Generate)]
    [InlineData(1, 2, null, null, NextStep.Accept)]
    [InlineData(1, null, RunState.Running, null, NextStep.Wait)]
    [InlineData(1, null, RunState.Failed, null, NextStep.Retry)]
    [InlineData(1, null, RunState.Done, EditionState.Draft, NextStep.SendToReview)]
    [InlineData(1, null, RunState.Done, EditionState.InReview, NextStep.Review)]
    [InlineData(1, null, RunState.Done, EditionState.Approved, NextStep.Publish)]
    [InlineData(1, null, RunState.Done, EditionState.Published, NextStep.Nothing)]
    public void TheNextStepFollowsFromTheState(int? import, int? pending, RunState? run, EditionState? edition, NextStep next)
    {
        var now = DateTimeOffset.UtcNow;
        var state = new DisclosureState
        {
            ImportNumber = import, PendingNumber = pending, DataChangedAt = now.AddHours(-2), RunState = run, RunAt = now.AddHours(-1),
            EditionNumber = edition is null ? null : 1, EditionState = edition, EditionAt = edition is null ? null : now,
        };
        Assert.Equal(next, state.Next);
        Assert.NotEmpty(NextStepText.Sentence(state));
    }

    [Fact]
    public void DataThatChangedAfterTheEditionAskForAnotherAndTheDeadlineIsTwentyDaysAfterApproval()
    {
        var now = DateTimeOffset.UtcNow;
        var state = new DisclosureState
        {
            ImportNumber = 1, EditionNumber = 1, EditionState = EditionState.Published, EditionAt = now.AddDays(-1), RunState = RunState.Done, RunAt = now.AddDays(-1), DataChangedAt = now,
            ApprovedOn = new DateOnly(2024, 9, 10), Today = new DateOnly(2024, 10, 1),
        };
        Assert.Equal(NextStep.Generate, state.Next);
        Assert.Equal((new DateOnly(2024, 9, 30), -1), (state.Deadline, state.DaysLeft));
    }

    private Task<(int Added, int Changed, IReadOnlyList<Finding> Findings)> SaveAsync(IReadOnlyList<UnitRow> rows) =>
        web.AskAsync<UnitRegister, (int, int, IReadOnlyList<Finding>)>(register => register.SaveAllAsync(rows, "test", CancellationToken.None));
}
