namespace FinalAccounts.Samples.Words;

/// <summary>Makes indicators whose weights add up to what is asked for, scored by the notes of the forms: 正向 B/A, 反向 A/B, never above the weight; 定性 by three bands.</summary>
internal sealed class IndicatorMaker(Dice dice)
{
    /// <summary>Indicators of 80 points for a project about something.</summary>
    /// <param name="weight">80, or a share of it.</param>
    public List<Indicator> Make(string about, decimal weight)
    {
        var half = weight / 80m;
        return
        [
            Count("产出指标", "数量指标", $"{about}任务完成数", 15m * half),
            Rate("产出指标", "质量指标", $"{about}验收合格率", 15m * half),
            Limit("产出指标", "时效指标", $"{about}平均办理时限", 10m * half),
            Quality("效益指标", "社会效益指标", $"{about}服务水平提升度", 20m * half),
            Quality("效益指标", "可持续影响指标", $"{about}长效机制健全度", 10m * half),
            Rate("满意度指标", "社会公众或服务对象满意度指标", $"{about}服务对象满意度", 10m * half),
        ];
    }

    private Indicator Count(string first, string second, string name, decimal weight)
    {
        var target = dice.Whole(4, 40) * 5;
        var achieved = dice.OnceIn(4) ? target * 4 / 5 : target + dice.Whole(0, 20);
        return new Indicator(first, second, name, weight, $"≥{target}次", $"{achieved}次", Capped(weight, achieved, target));
    }

    private Indicator Rate(string first, string second, string name, decimal weight)
    {
        var target = dice.Whole(18, 19) * 5;
        var achieved = dice.OnceIn(5) ? target - 5 : dice.Whole(target, 100);
        return new Indicator(first, second, name, weight, $"≥{target}%", $"{achieved}%", Capped(weight, achieved, target));
    }

    private Indicator Limit(string first, string second, string name, decimal weight)
    {
        var target = dice.Whole(2, 8);
        var achieved = dice.OnceIn(5) ? target + 1 : target;
        return new Indicator(first, second, name, weight, $"≤{target}天", $"{achieved}天", Capped(weight, target, achieved));
    }

    private Indicator Quality(string first, string second, string name, decimal weight) => dice.OnceIn(4)
        ? new Indicator(first, second, name, weight, "提升", "部分达成预期指标", Math.Round(weight * 0.75m, 2))
        : new Indicator(first, second, name, weight, "提升", "达成预期指标", weight);

    private static decimal Capped(decimal weight, decimal part, decimal whole) =>
        Math.Min(weight, Math.Round(weight * part / whole, 2, MidpointRounding.AwayFromZero));
}
