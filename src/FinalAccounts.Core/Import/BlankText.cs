namespace FinalAccounts.Import;

/// <summary>The marks by which offices say that there is nothing: dashes, strokes, dots, 无, N/A.</summary>
internal static class BlankText
{
    private const string Marks = "-/\\…⋯‥·•∙・･*∗×✕_~";
    private const string Strokes = "一ー";

    private static readonly HashSet<string> Words =
        ["无", "空", "空白", "没有", "暂无", "无数", "无数据", "无此项", "无发生", "未发生", "不涉及", "不适用", "略", "N/A", "NA", "NULL", "NIL", "NONE", "N.A."];

    /// <summary>Whether comparable text (<see cref="LooseText"/>) says that there is nothing.</summary>
    public static bool Is(string loose) =>
        loose.All(c => Marks.Contains(c, StringComparison.Ordinal)) || Words.Contains(loose.Trim('(', ')', '-', '/').ToUpperInvariant());

    /// <summary>Whether it is strokes that look like dashes; one of them may also be the numeral one.</summary>
    public static bool IsStroke(string loose) => loose.Length > 0 && loose.All(c => Strokes.Contains(c, StringComparison.Ordinal));
}
