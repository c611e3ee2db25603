using System.Globalization;
using FinalAccounts.Accounts;
using FinalAccounts.Assembly;
using FinalAccounts.Formulas;
using FinalAccounts.Import.FactSheets;
using FinalAccounts.Import.Json;
using FinalAccounts.Rendering.Excel;
using FinalAccounts.Templates;

namespace FinalAccounts.Samples;

/// <summary>A unit's accounts as files: the workbooks as an office would hand them in, and the canonical JSON.</summary>
public static class UnitFiles
{
    /// <summary>Name and content of each workbook; last year's tables as well when they are known.</summary>
    /// <param name="unit">Of the money in the tables: 万元 as they are published, or 元.</param>
    public static IReadOnlyList<(string Name, byte[] Content)> Workbooks(
        DepartmentAccounts accounts, TemplateSet set, MoneyUnit unit = MoneyUnit.TenThousandYuan) =>
    [
        ("公开表.xlsx", Tables(accounts, set, unit)),
        ("文字资料.xlsx", Facts(accounts, set)),
        .. accounts.Prior is { } prior ? [("上年公开表.xlsx", Tables(prior, set, unit))] : Array.Empty<(string, byte[])>(),
    ];

    /// <summary>The canonical JSON.</summary>
    public static byte[] Json(DepartmentAccounts accounts) => AccountsJson.Write(accounts);

    /// <summary>Makes up a unit and writes its files into a folder of its own; the folder's path.</summary>
    public static string WriteFolder(string output, CompiledSet set, UnitOptions options)
    {
        var accounts = SampleUnit.Create(set, options);
        var folder = Path.Combine(output, string.Create(CultureInfo.InvariantCulture, $"{options.Code}-{accounts.UnitName}"));
        Directory.CreateDirectory(folder);
        foreach (var (name, content) in Workbooks(accounts, set.Set).Append(("accounts.json", Json(accounts))))
        {
            File.WriteAllBytes(Path.Combine(folder, name), content);
        }

        return folder;
    }

    private static byte[] Tables(DepartmentAccounts accounts, TemplateSet set, MoneyUnit unit)
    {
        var document = Assembler.AssembleTables(accounts, set, Created(accounts));
        if (document.Value is null || document.Findings.Count > 0)
        {
            throw new InvalidDataException(string.Join('\n', document.Findings.Select(finding => finding.Message)));
        }

        using var stream = new MemoryStream();
        ExcelRenderer.Render(unit == MoneyUnit.Yuan ? YuanTables.Of(document.Value) : document.Value, stream);
        return stream.ToArray();
    }

    private static byte[] Facts(DepartmentAccounts accounts, TemplateSet set)
    {
        using var stream = new MemoryStream();
        WorkbookWriter.Write(FactsWorkbook.Build(set.Facts, set.Name, accounts.Facts, Created(accounts)), stream);
        return stream.ToArray();
    }

    // The moment written into the workbooks is the day of publication.
    private static DateTimeOffset Created(DepartmentAccounts accounts)
    {
        var day = accounts.Facts.Field("基本情况", "公开日期")?.Date ?? throw new InvalidDataException("文字资料没有公开日期。");
        return new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.FromHours(8));
    }
}
