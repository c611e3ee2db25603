using FinalAccounts.Documents.Comparison;
using FinalAccounts.Service.Templates.Proposals;

namespace FinalAccounts.Service.Tests.Templates;

/// <summary>Equal changes of many units are read once.</summary>
[Collection(ServiceTests.Name)]
public sealed class TrialGroupsTests
{
    [Fact]
    public void ChangesThatDifferInFiguresAndNamesAloneAreOneTheMostUnitsFirst()
    {
        var groups = new TrialGroups();
        groups.Add("甲局", 2023, [Of("支出", "", "另列3.50万元。")]);
        groups.Add("乙局", 2023, [Of("甲局收入", "增加", "增长")]);
        for (var unit = 0; unit < TrialGroups.Named + 5; unit++)
        {
            groups.Add($"第{unit}局", 2023, [Of($"第{unit}局收入", $"共{unit}.00万元，", $"共计{unit}.00万元，"), Of($"第{unit}局收入", "共9.00万元，", "共计9.00万元，")]);
        }

        var result = groups.Result;
        Assert.Equal([(TrialGroups.Named + 5, 2 * (TrialGroups.Named + 5)), (1, 1), (1, 1)], result.Select(group => (group.Units, group.Places)));
        Assert.Equal(("第0局（2023年度）", "共0.00万元，", "共计0.00万元，"), (result[0].Example.Unit, result[0].Example.Before, result[0].Example.After));
        Assert.Equal(TrialGroups.Named, result[0].Names.Count);
    }

    [Fact]
    public void NoMoreGroupsAreKeptThanAnybodyReads()
    {
        var groups = new TrialGroups();
        groups.Add("甲局", 2023, [.. Enumerable.Range(0, TrialGroups.Kept + 10).Select(i => Of("收入", new string('甲', i), "乙"))]);
        Assert.Equal(TrialGroups.Most, groups.Result.Count);
    }

    [Fact]
    public void ResultsOfBeforeHaveNoGroups() =>
        Assert.Empty(TrialResult.Read("""{"Units":1,"Changed":1,"Failing":0,"Broken":"[]","Failures":[],"ChangedUnits":[],"Samples":[]}""")!.Groups);

    private static Change Of(string where, string before, string after) => new(0, ChangeKind.Text, where, before, after);
}
