using System.Text;
using FinalAccounts.Service.Store;
using FinalAccounts.Service.Units;

namespace FinalAccounts.Service.Tests.Web;

/// <summary>Who is late, in lists and in the calendar.</summary>
[Collection(ServiceTests.Name)]
public sealed class DeadlineTests
{
    private static readonly DateOnly Today = new(2024, 10, 8);

    [Theory]
    [InlineData("2024-09-17", null, Due.Late)]
    [InlineData("2024-09-18", null, Due.Soon)]
    [InlineData("2024-09-25", null, Due.Soon)]
    [InlineData("2024-09-26", null, Due.Later)]
    [InlineData("2024-09-01", 2, Due.Over)]
    [InlineData(null, null, Due.Unknown)]
    public void TwentyDaysAfterTheApprovalItMustBePublic(string? approved, int? published, Due due) =>
        Assert.Equal(due, Row("a", approved, published: published).Due);

    [Theory]
    [InlineData(UnitOrder.Code, "a b c d")]
    [InlineData(UnitOrder.Deadline, "c a d b")]
    [InlineData(UnitOrder.Errors, "d a b c")]
    public void TheListHasTheOrderAskedFor(UnitOrder order, string codes)
    {
        UnitProgress[] rows = [Row("d", null, errors: 3), Row("b", "2024-08-01", published: 1), Row("a", "2024-09-20"), Row("c", "2024-09-02")];

        Assert.Equal(codes.Split(' '), UnitProgress.Sorted(rows, order).Select(row => row.Unit.Code));
    }

    [Fact]
    public void TheCalendarHasADayForEachDeadlineInLinesOfSeventyFiveBytes()
    {
        var text = Encoding.UTF8.GetString(DeadlineCalendar.Write(2023, [Row("b", "2024-09-20"), Row("a", "2024-09-20"), Row("c", "2024-09-02", published: 1)], DateTimeOffset.UnixEpoch));
        var lines = text.Split("\r\n");

        Assert.All(lines, line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
        var whole = text.Replace("\r\n ", "");
        Assert.Contains("DTSTART;VALUE=DATE:20241010", whole);
        Assert.Contains("SUMMARY:2023年度部门决算公开截止（2 个单位）", whole);
        Assert.Contains("DESCRIPTION:单位 b\\, 一个名称很长很长很长很长很长的单位\\n单位 a", whole);
        Assert.Single(lines, line => line == "BEGIN:VEVENT");
    }

    private static UnitProgress Row(string code, string? approved, int? published = null, int errors = 0) => new(
        new Unit { Code = code, Name = $"单位 {code}, 一个名称很长很长很长很长很长的单位" },
        new DisclosureState { Today = Today, ApprovedOn = approved is null ? null : DateOnly.Parse(approved, System.Globalization.CultureInfo.InvariantCulture), PublishedNumber = published, DataErrors = errors });
}
