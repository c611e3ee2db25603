using System.Globalization;

namespace FinalAccounts.Samples.Words;

/// <summary>A made-up unit's name, code and dates.</summary>
/// <param name="Full">单位名称.</param>
/// <param name="Public">公开名称.</param>
/// <param name="Short">简称.</param>
internal sealed record UnitIdentity(
    string Full, string Public, string Short, string Code, string Task, int Year, DateOnly Approved, DateOnly Published)
{
    private static readonly string[] Places = ["云川市", "临港区", "清河县", "东岭市", "安泽区", "永昌县", "望江区", "石桥市"];

    private static readonly (string Name, string Short, string Task)[] Offices =
    [
        ("水务局", "水务局", "水利工程"), ("商务局", "商务局", "商贸流通"), ("审计局", "审计局", "审计监督"),
        ("民政局", "民政局", "社会救助"), ("统计局", "统计局", "统计调查"), ("应急管理局", "应急局", "安全监管"),
        ("文化和旅游局", "文旅局", "公共文化"), ("交通运输局", "交通局", "公路养护"), ("科学技术局", "科技局", "科技创新"),
        ("农业农村局", "农业农村局", "农业生产"), ("生态环境局", "环境局", "污染防治"), ("市场监督管理局", "市监局", "质量安全"),
    ];

    private static readonly (string Name, string Short, string Task)[] Institutions =
    [
        ("图书馆", "图书馆", "全民阅读"), ("中心医院", "中心医院", "医疗服务"), ("第一中学", "第一中学", "基础教育"),
        ("公共资源交易中心", "交易中心", "交易服务"), ("博物馆", "博物馆", "文物展示"),
    ];

    /// <summary>An identity by chance, where the options do not say it.</summary>
    public static UnitIdentity Of(UnitOptions options, int year, Dice dice)
    {
        var place = dice.One(Places);
        var office = dice.One(options.Nature == UnitNature.Institution ? Institutions : Offices);
        var full = place + office.Name;
        var shown = options.Name ?? (options.Level == UnitLevel.OwnLevel ? full + "（本级）" : full);
        var approved = new DateOnly(year + 1, 9, dice.Whole(1, 12));
        return new UnitIdentity(
            options.Name?.Replace("（本级）", "", StringComparison.Ordinal) ?? full, shown, office.Short,
            options.Code ?? string.Create(CultureInfo.InvariantCulture, $"{dice.Whole(100, 899)}{dice.Whole(1, 999):000}"),
            office.Task, year, approved, approved.AddDays(dice.Whole(5, 18)));
    }
}
