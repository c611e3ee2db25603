using DocumentFormat.OpenXml.Spreadsheet;
using Sheet = FinalAccounts.Documents.Sheet;
using Workbook = FinalAccounts.Documents.Workbook;

namespace FinalAccounts.Rendering.Excel;

/// <summary>The entries of drop-downs that do not fit into their validation: kept in a hidden sheet, a column each.</summary>
internal sealed class DropDowns
{
    // Excel's limit for entries written into the validation itself.
    private const int LongestInline = 255;

    private readonly List<IReadOnlyList<string>> lists = [];

    /// <summary>For the sheets of a workbook.</summary>
    public DropDowns(Workbook workbook)
    {
        var taken = workbook.Sheets.Select(sheet => sheet.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        SheetName = Enumerable.Range(0, taken.Count + 1).Select(i => i == 0 ? "选项" : $"选项{i}").First(name => !taken.Contains(name));
    }

    /// <summary>The name of the hidden sheet.</summary>
    public string SheetName { get; }

    /// <summary>Whether the hidden sheet is needed.</summary>
    public bool Any => lists.Count > 0;

    /// <summary>The hidden sheet.</summary>
    public Sheet Sheet => new(
        SheetName,
        [.. lists.Select(_ => 20d)],
        [.. Enumerable.Range(0, lists.Max(list => list.Count)).Select(row => new SheetRow(
            [.. lists.Select((list, column) => (list, column)).Where(pair => row < pair.list.Count)
                .Select(pair => new SheetCell(pair.column, pair.list[row]) { Style = SheetStyle.Plain })]))]);

    /// <summary>The validation as the file has it.</summary>
    public DataValidation Validation(SheetValidation validation)
    {
        if (validation.Prompt is { Length: > LongestInline })
        {
            throw new RenderingException($"{validation.Range} 的填写提示超过 {LongestInline} 字，请缩短。");
        }

        var written = new DataValidation
        {
            SequenceOfReferences = new() { InnerText = validation.Range },
            AllowBlank = true,
            ShowInputMessage = validation.Prompt is not null,
        };
        if (validation.Prompt is { Length: > 0 } prompt)
        {
            written.Prompt = SharedText(prompt);
        }

        if ((validation.Source ?? (validation.Options is { Count: > 0 } options ? ListFormula(options) : null)) is { } entries)
        {
            written.Type = DataValidationValues.List;
            written.Formula1 = new Formula1(entries);
            if (!validation.Open)
            {
                Refuse(written, "请从下拉列表中选择。");
            }

            return written;
        }

        switch (validation.Type)
        {
            case ValidationType.Decimal:
                Between(written, DataValidationValues.Decimal, "-1000000000000000", "1000000000000000", "请填写数字。");
                break;
            case ValidationType.Integer:
                Between(written, DataValidationValues.Whole, "-1000000000", "1000000000", "请填写整数。");
                break;
            case ValidationType.Date:
                // 1990-01-01 to 2199-12-31 as Excel counts days.
                Between(written, DataValidationValues.Date, "32874", "109574", "请填写日期，如 2024-9-29。");
                break;
        }

        return written;
    }

    private string ListFormula(IReadOnlyList<string> options)
    {
        var inline = string.Join(',', options);
        if (inline.Length <= LongestInline && !options.Any(option => option.Contains(',', StringComparison.Ordinal)))
        {
            return $"\"{inline.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        }

        var column = lists.FindIndex(list => list.SequenceEqual(options));
        if (column < 0)
        {
            column = lists.Count;
            lists.Add(options);
        }

        var letter = CellReference.Column(column);
        return $"'{SheetName}'!${letter}$1:${letter}${options.Count}";
    }

    private static void Between(DataValidation written, DataValidationValues type, string low, string high, string message)
    {
        written.Type = type;
        written.Operator = DataValidationOperatorValues.Between;
        written.Formula1 = new Formula1(low);
        written.Formula2 = new Formula2(high);
        Refuse(written, message);
    }

    private static void Refuse(DataValidation written, string message)
    {
        written.ShowErrorMessage = true;
        written.ErrorTitle = "填写有误";
        written.Error = message;
    }

    // An attribute keeps a line break only as Excel's own escape.
    private static string SharedText(string text) => text.Replace("\n", "_x000a_", StringComparison.Ordinal);
}
