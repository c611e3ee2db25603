using System.Globalization;
using System.Text;
using FinalAccounts.Accounts;

namespace FinalAccounts.Formatting;

/// <summary>Numbers, dates and signs in Chinese words.</summary>
public static class ChineseText
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>一, 十, 十一, 二十, 一百零五 for 1 to 9999.</summary>
    public static string Numeral(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 9999);
        var text = new StringBuilder();
        var gap = false;
        foreach (var (size, name) in new[] { (1000, "千"), (100, "百"), (10, "十"), (1, "") })
        {
            var digit = number / size % 10;
            if (digit == 0)
            {
                gap = text.Length > 0;
                continue;
            }

            text.Append(gap ? "零" : "");
            gap = false;
            if (size != 10 || digit != 1 || text.Length > 0)
            {
                text.Append(Digits[digit]);
            }

            text.Append(name);
        }

        return text.ToString();
    }

    /// <summary>2024年9月29日.</summary>
    public static string Date(DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"{date.Year}年{date.Month}月{date.Day}日");

    /// <summary>As much of a date as is known: 2024年9月29日, 2024年9月, 2024年.</summary>
    public static string Date(DateOnly date, DateExactness exactness) => exactness switch
    {
        DateExactness.Year => string.Create(CultureInfo.InvariantCulture, $"{date.Year}年"),
        DateExactness.Month => string.Create(CultureInfo.InvariantCulture, $"{date.Year}年{date.Month}月"),
        _ => Date(date),
    };

    /// <summary>增加, 减少 or 持平, by the exact difference.</summary>
    public static string ChangeWord(decimal difference) => difference > 0 ? "增加" : difference < 0 ? "减少" : "持平";

    /// <summary>增长, 下降 or 持平, by the exact difference.</summary>
    public static string GrowthWord(decimal difference) => difference > 0 ? "增长" : difference < 0 ? "下降" : "持平";

    /// <summary>A number without trailing zeros: 98.84, 100.</summary>
    public static string Plain(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
}
