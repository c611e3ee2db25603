namespace FinalAccounts.Rendering.Foundations;

/// <summary>How much it hurts to end a line at a place of a title, a head or a name: not at a sign, little between words, much inside one.</summary>
internal static class WordEnds
{
    /// <summary>The cost of a line that ends inside a word that is known.</summary>
    public const double InsideWord = 3;

    // Of a line that ends between the words that a known longer one is made of: 事业／单位.
    private const double InsideCompound = 1.2;

    private const string Opening = "（《“‘〔【";
    private const string Closing = "）》”’〕】、，。；：";
    private const string Joining = "及和与或";
    private const string Numerals = "一二三四五六七八九十";

    // Names of bodies and places end with these, where no word begins with them.
    private static readonly string[] NameEnds = ["区", "县", "市", "省", "州", "镇", "乡", "会", "局", "部", "院", "厅", "委", "办", "中心", "处", "所", "站", "馆", "队", "校", "年度"];

    // What a name goes on with: a line that begins so is torn from what it names.
    private static readonly string[] NameEndWords = ["中心", "委员会", "机构", "的"];

    // The words that titles, heads and names of these documents are made of; no line ends inside one.
    private static readonly string[] Words = Read();

    private static readonly ILookup<char, string> ByFirst = Words.ToLookup(word => word[0]);
    private static readonly ILookup<char, string> ByLast = Words.ToLookup(word => word[^1]);
    private static readonly int Longest = Words.Max(word => word.Length);

    /// <summary>Whether a line may end before this character at all: not inside a number, not before a closing mark.</summary>
    public static bool MayEnd(string text, int end) =>
        !Opening.Contains(text[end - 1]) && !Closing.Contains(text[end]) && !char.IsWhiteSpace(text[end])
        && !char.IsLowSurrogate(text[end]) && !(char.IsAscii(text[end - 1]) && char.IsAscii(text[end])) && !(char.IsAsciiDigit(text[end - 1]) && text[end] is '年' or '分' or '%' or '万' or '亿' or '元');

    /// <summary>The cost of a line that ends before this character: 0 at a sign, 0.1 after a name or before 及, 0.2 between two words, 0.4 beside one, 0.7 where no word is known.</summary>
    public static double Cost(string text, int end) =>
        IsNumeral(text[..end]) ? InsideWord
        : char.IsWhiteSpace(text[end - 1]) || Closing.Contains(text[end - 1]) || Opening.Contains(text[end]) ? 0
        : IsInside(text, end) ? EndsWith(text, end, ByLast[text[end - 1]]) && BeginsWith(text, end, ByFirst[text[end]]) ? InsideCompound : InsideWord
        : BeginsWith(text, end, NameEndWords) ? 0.9
        : EndsWith(text, end, NameEnds) || Joining.Contains(text[end]) ? 0.1
        : (EndsWith(text, end, ByLast[text[end - 1]]), BeginsWith(text, end, ByFirst[text[end]])) switch
        {
            (true, true) => 0.2,
            (false, false) => 0.7,
            _ => 0.4,
        };

    /// <summary>The text in pieces between which a line may end without tearing a word.</summary>
    public static IEnumerable<string> Pieces(string text)
    {
        var start = 0;
        for (var end = 1; end < text.Length; end++)
        {
            if (MayEnd(text, end) && Cost(text, end) < InsideCompound)
            {
                yield return text[start..end];
                start = end;
            }
        }

        yield return text[start..];
    }

    /// <summary>Whether a known word stands across this place.</summary>
    public static bool IsInside(string text, int end) =>
        Enumerable.Range(Math.Max(0, end - Longest + 1), Math.Min(end, Longest - 1))
            .Any(start => ByFirst[text[start]].Any(word => start + word.Length > end && string.CompareOrdinal(text, start, word, 0, word.Length) == 0));

    // 二十六、 belongs to what it numbers.
    private static bool IsNumeral(string text) => text[^1] == '、' && text[..^1].All(Numerals.Contains);

    private static string[] Read()
    {
        using var reader = new StreamReader(typeof(WordEnds).Assembly.GetManifestResourceStream("Foundations.words.txt")!);
        return reader.ReadToEnd().Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
    }

    private static bool BeginsWith(string text, int start, IEnumerable<string> words) =>
        words.Any(word => string.CompareOrdinal(text, start, word, 0, word.Length) == 0);

    private static bool EndsWith(string text, int end, IEnumerable<string> words) =>
        words.Any(word => end >= word.Length && string.CompareOrdinal(text, end - word.Length, word, 0, word.Length) == 0);
}
