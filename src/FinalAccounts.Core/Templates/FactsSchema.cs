namespace FinalAccounts.Templates;

/// <summary>What an office is asked for besides the tables, read from facts.yaml: the form of the 文字资料 workbook, of its JSON and of web forms.</summary>
public sealed record FactsSchema(IReadOnlyList<FactSheetSchema> Sheets)
{
    /// <summary>The sheet with this name; null when there is none.</summary>
    public FactSheetSchema? Sheet(string name) => Sheets.FirstOrDefault(sheet => sheet.Name == name);

    /// <summary>With the fields required that are so when they are printed.</summary>
    /// <param name="isPrinted">Whether the set prints the field of the sheet.</param>
    internal FactsSchema Requiring(Func<FactSheetSchema, FactField, bool> isPrinted) => new(
        [.. Sheets.Select(sheet => sheet with { Fields = [.. sheet.Fields.Select(field => field with { Required = field.Required || (field.RequiredIfPrinted && isPrinted(sheet, field)) })] })]);
}

/// <summary>One sheet of the facts.</summary>
/// <param name="IsRecords">Records, a row each; otherwise fields, a row per field.</param>
public sealed record FactSheetSchema(string Name, bool IsRecords, string? Hint, IReadOnlyList<FactField> Fields)
{
    /// <summary>Last year's rows are carried over into a new form.</summary>
    public bool Carry { get; init; }

    /// <summary>What of a row is carried over: the fields marked so, else all.</summary>
    public IEnumerable<FactField> CarriedFields => Fields.Any(one => one.Carry) ? Fields.Where(one => one.Carry) : Fields;

    /// <summary>The field with this name; null when there is none.</summary>
    public FactField? Field(string name) => Fields.FirstOrDefault(field => field.Name == name);
}

/// <summary>A field.</summary>
/// <param name="Unit">For money: 万元 or 元, as people type it.</param>
/// <param name="Options">For a choice.</param>
public sealed record FactField(
    string Name, FactType Type, bool Required, string? Unit, string? Hint, IReadOnlyList<string> Options)
{
    /// <summary>A text that is a subject's code or 合计: blanks and dots in it mean nothing.</summary>
    public bool IsCode { get; init; }

    /// <summary>Blank counts as zero.</summary>
    public bool Zero { get; init; }

    /// <summary>The formula that a blank field takes its number from when the form is read; null for none. Of a record it may say 本条.</summary>
    public string? Default { get; init; }

    /// <summary>Where that formula stands.</summary>
    public Documents.Place? DefaultPlace { get; init; }

    /// <summary>Whether somebody has to fill it in: required, and neither zero nor a formula stands for a blank one.</summary>
    public bool IsAsked => Required && !Zero && Default is null;

    /// <summary>Whether it holds a number.</summary>
    public bool IsNumber => Type is FactType.Money or FactType.Integer or FactType.Decimal or FactType.Percent;

    /// <summary>Mostly the same every year: last year's is carried over into a new form.</summary>
    public bool Carry { get; init; }

    /// <summary>The formula over tables that fills a new form; null for none.</summary>
    public string? From { get; init; }

    /// <summary>The field whose content of last year fills this one in a new form; null for none.</summary>
    public string? LastYear { get; init; }

    /// <summary>Where the names come from that may be typed: 指标, 科目, or 工作表.项目; null for anything.</summary>
    public string? Names { get; init; }

    /// <summary>Asked for only by sets whose outline or sections print it; the reader of a set makes it required there.</summary>
    public bool RequiredIfPrinted { get; init; }
}

/// <summary>What a field holds.</summary>
public enum FactType
{
    /// <summary>One line of text.</summary>
    Text,

    /// <summary>Text of one or more paragraphs.</summary>
    Prose,

    /// <summary>Money, typed in the field's unit, kept in 元.</summary>
    Money,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number with decimals (scores).</summary>
    Decimal,

    /// <summary>A percentage, kept as a ratio.</summary>
    Percent,

    /// <summary>A date.</summary>
    Date,

    /// <summary>One of the options.</summary>
    Choice,

    /// <summary>是 or 否.</summary>
    Flag,
}
