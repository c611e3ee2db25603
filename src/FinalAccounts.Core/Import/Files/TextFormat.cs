using System.Text;

namespace FinalAccounts.Import.Files;

/// <summary>What a file of text is: some spreadsheets are.</summary>
internal static class TextFormat
{
    private const string Page = "看起来是网页（HTML），只是换了扩展名";
    private static readonly string[] PageTags = ["<html", "<table", "<!doctype html", "<style", "<meta"];

    /// <summary>The format when it can be read as sheets; null for anything else.</summary>
    public static WorkbookFormat? Of(ReadOnlySpan<byte> content)
    {
        var start = Start(content);
        return IsBinary(start) ? null
            : IsXmlSpreadsheet(start) ? WorkbookFormat.XmlSpreadsheet
            : Known(start) is not { } known ? IsSeparated(start) ? WorkbookFormat.Csv : null
            : known == Page && CsvSheet.Text(content).Contains("<table", StringComparison.OrdinalIgnoreCase) ? WorkbookFormat.Html
            : null;
    }

    /// <summary>What else it is, for the refusal.</summary>
    public static string Seems(ReadOnlySpan<byte> content)
    {
        var start = Start(content);
        return content is [0x09, 0x00 or 0x02 or 0x04 or 0x08, ..] ? "看起来是很老的 Excel 文件（Excel 4.0 以前）"
            : IsBinary(start) ? "内容无法识别"
            : Known(start) ?? "看起来是文本文件";
    }

    private static string? Known(string start) =>
        start.StartsWith("MIME-Version:", StringComparison.OrdinalIgnoreCase) ? "看起来是单个文件网页（.mht），只是换了扩展名"
        : start.StartsWith("{\\rtf", StringComparison.Ordinal) ? "看起来是 RTF 文档"
        : start.Contains("uof", StringComparison.OrdinalIgnoreCase) && start.StartsWith('<') ? "看起来是标文通（UOF）文件"
        : PageTags.Any(tag => start.Contains(tag, StringComparison.OrdinalIgnoreCase)) ? Page
        : start.StartsWith('<') ? "看起来是 XML 文件"
        : start.StartsWith('{') || start.StartsWith('[') ? "看起来是 JSON 文件"
        : null;

    private static bool IsXmlSpreadsheet(string start) => start.Contains("urn:schemas-microsoft-com:office:spreadsheet", StringComparison.Ordinal)
        && start.Contains("Workbook", StringComparison.Ordinal) && !start.Contains("<html", StringComparison.OrdinalIgnoreCase);

    private static bool IsSeparated(string start) => start.Split('\n', 10).Any(line => line.AsSpan().ContainsAny(",\t;"));

    private static bool IsBinary(string start) => start.Any(c => char.IsControl(c) && c is not ('\r' or '\n' or '\t' or '\f' or '\v' or '\x1A'));

    private static string Start(ReadOnlySpan<byte> content)
    {
        var head = content[..Math.Min(4_096, content.Length)];
        var text = head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? Encoding.Unicode.GetString(head)
            : head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? Encoding.BigEndianUnicode.GetString(head)
            : Encoding.UTF8.GetString(head);
        return text.TrimStart('\uFEFF', ' ', '\r', '\n', '\t');
    }
}
