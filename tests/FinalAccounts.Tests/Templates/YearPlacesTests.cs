using FinalAccounts.Templates;

namespace FinalAccounts.Tests.Templates;

public sealed class YearPlacesTests
{
    private const string Head = "name: 某省2026年度部门决算公开\nfiscalYear: 2026\n";

    // What the set of 2025 says; what could stand there in 2026.
    [Theory]
    [InlineData("sections/甲.sbn", "2025年，本部门……", "2025: {{ 年度 }} / 2026")]
    [InlineData("sections/甲.sbn", "比2024年多", "2024: {{ 上年 }} / 2025")]
    [InlineData("sections/甲.sbn", "展望2026年", "2026: 2027")]
    [InlineData("sections/甲.sbn", "自2015年起，编号20251，120256元", "")]
    [InlineData("sections/甲.sbn", "{{ # 2025年定的 ~}}\n{{ 年度 }}年", "2025: 2026")]
    [InlineData("sections/甲.sbn", "{{ if 甲 ~}}\n2025年{{ end }}", "2025: {{ 年度 }} / 2026")]
    [InlineData("tables/表01.yaml", "title: 2025年度收入支出决算总表 # 去年", "2025: 2026")]
    [InlineData("sections/甲.sbn", "“十四五”规划的收官之年", "十四五: 十五五|收官之年: ")]
    [InlineData("sections/甲.sbn", "“十五五”时期，十五五个", "")]
    [InlineData("sections/甲.sbn", "去年的疫情", "去年: |疫情: ")]
    [InlineData("sections/甲.sbn", "以前年度结转，当前年度安排；前年的", "前年: ")]
    [InlineData("set.yaml", "fiscalYear: 2026 # 2025", "")]
    public void WhatSpeaksOfTheYearBeforeIsFoundWithWhatCouldStandThere(string path, string text, string expected)
    {
        var files = new Dictionary<string, string> { ["set.yaml"] = Head };
        files[path] = text;
        Assert.Equal(expected, string.Join('|', YearPlaces.In(files).Select(place => $"{place.Written}: {string.Join(" / ", place.Proposals)}")));
    }

    [Fact]
    public void ChoicesAreMadeWhereTheyWereMeantAndNothingElseChanges()
    {
        const string text = "2025年比2024年多，\n“十四五”期间2025年。\n";
        var places = YearPlaces.In(new Dictionary<string, string> { ["set.yaml"] = Head, ["sections/甲.sbn"] = text });
        Assert.Equal(["1,1 2025", "1,7 2024", "2,2 十四五", "2,8 2025"], places.Select(place => $"{place.Line},{place.Column} {place.Written}"));

        var choices = places.Select((place, index) => new YearChoice(place.Line, place.Column, place.Written, index == 3 ? null : place.Proposals[0])).ToList();
        Assert.Equal("{{ 年度 }}年比{{ 上年 }}年多，\n“十五五”期间2025年。\n", YearPlaces.With(text, choices));
        Assert.Equal(text, YearPlaces.With(text, []));
    }
}
