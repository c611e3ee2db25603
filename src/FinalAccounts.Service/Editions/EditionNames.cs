using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Editions;

/// <summary>What editions and their files are called.</summary>
internal static class EditionNames
{
    /// <summary>For the audit log: 110001 2023 第2版.</summary>
    public static string Subject(Edition edition) => $"{edition.Unit!.Code} {edition.Year} 第{edition.Number}版";

    /// <summary>For readers of a comparison: 第2版（2024-09-29，张岚）.</summary>
    public static string Dated(Edition edition, PersonNames names) => $"第{edition.Number}版（{ShanghaiTime.Day(edition.At):yyyy-MM-dd}，{names.Of(edition.By)}）";

    /// <summary>The files that count: those without the notice of a draft where there are any.</summary>
    public static IReadOnlyList<EditionFile> Current(IReadOnlyCollection<EditionFile> files)
    {
        var final = files.Any(file => !file.Draft);
        return [.. files.Where(file => file.Draft != final).OrderBy(file => Order.IndexOf(file.Format)).ThenBy(file => file.Format, StringComparer.Ordinal)];
    }

    /// <summary>The media type of a format.</summary>
    public static string MediaType(string format) => format switch
    {
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "pdf" => "application/pdf",
        "html" => "text/html; charset=utf-8",
        "json" => "application/json; charset=utf-8",
        _ => "application/octet-stream",
    };

    /// <summary>What a format is called.</summary>
    public static string Format(string format) => format switch
    {
        "docx" => "Word 文档",
        "pdf" => "PDF",
        "html" => "网页",
        "xlsx" => "Excel 表格",
        "json" => "生成清单",
        EditionSignatures.Format => "生成清单的签名",
        _ => format,
    };

    /// <summary>3.2 MB.</summary>
    public static string Size(long bytes) => bytes < 1024 * 1024 ? $"{Math.Max(1, bytes / 1024)} KB" : $"{bytes / 1024.0 / 1024:0.0} MB";

    private static readonly List<string> Order = ["docx", "pdf", "html", "xlsx", "json", EditionSignatures.Format];
}
