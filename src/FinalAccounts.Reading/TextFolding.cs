using System.Text;

namespace FinalAccounts.Reading;

/// <summary>Letters as people type them, in place of those that fonts and converters leave: radicals, ligatures, characters without width.</summary>
internal static class TextFolding
{
    // U+2F00 to U+2FD5 and U+2E80 to U+2EF3 (Unicode: Kangxi Radicals, CJK Radicals Supplement) by the characters they are drawn for.
    private const string Kangxi = "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";
    private const string Supplement = "　厂　　乙亻冂几刀刂卜卩小小兀尢尣尢巳幺彑彐忄心扌攵　旡日月歺母民氵氺灬爪爫丬　犭王疋目示礻竹糹纟　　　　　羊羊　耂肀　肉臼艹　　虎衤覀西见角角讠贝足车辶辶辶邑钅長镸长门　阝雨青韦页风飞食食飠饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龟亀龟";

    /// <summary>The text folded; blanks of every kind become one space, tabs stay.</summary>
    public static string Fold(string text)
    {
        var plain = true;
        foreach (var c in text)
        {
            plain &= c is > ' ' and < '\u007F' or >= '\u3001' and < '\uE000' or >= '\uFF01';
        }

        if (plain)
        {
            return text;
        }

        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            switch (c)
            {
                case >= '\u2F00' and <= '\u2FD5':
                    folded.Append(Kangxi[c - '\u2F00']);
                    break;
                case >= '\u2E80' and <= '\u2EF3':
                    folded.Append(Supplement[c - '\u2E80'] is var letter and not '　' ? letter : c);
                    break;
                case >= '\uFB00' and <= '\uFB06':
                    folded.Append((c - '\uFB00') switch { 0 => "ff", 1 => "fi", 2 => "fl", 3 => "ffi", 4 => "ffl", _ => "st" });
                    break;
                case '\t' or '\n' or '\u3000':
                    folded.Append(c);
                    break;
                case '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or (>= '\uFE00' and <= '\uFE0F'):
                    break;
                default:
                    folded.Append(char.IsWhiteSpace(c) ? ' ' : c);
                    break;
            }
        }

        return folded.ToString();
    }

    /// <summary>Joins what stands on two lines: a blank only between words of Latin letters.</summary>
    public static string Join(string first, string second) =>
        first.Length > 0 && second.Length > 0 && char.IsAsciiLetter(first[^1]) && char.IsAsciiLetter(second[0]) ? $"{first} {second}" : first + second;
}
