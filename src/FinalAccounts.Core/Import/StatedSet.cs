using System.Text.Json;
using FinalAccounts.Accounts;
using FinalAccounts.Import.Files;

namespace FinalAccounts.Import;

/// <summary>Which template set and which year the data themselves name, read before there is a set to read them by.</summary>
/// <param name="Set">文字资料, 基本情况, 模板集; null when it is not filled.</param>
/// <param name="Year">文字资料, 基本情况, 年度; null when it is not filled or cannot be read.</param>
public sealed record StatedSet(string? Set, int? Year)
{
    /// <summary>The sheet of the facts that says it.</summary>
    public const string Sheet = KnownFacts.Basics;

    /// <summary>The field that names the template set.</summary>
    public const string SetField = "模板集";

    private const string YearField = "年度";
    private static readonly StatedSet Nothing = new(null, null);

    /// <summary>What the request's files say; files that cannot be read say nothing here, and the import reports them.</summary>
    public static StatedSet Of(ImportRequest request, CancellationToken cancellation) =>
        request.Json is { } json ? OfJson(json) : request.Facts is { } facts ? OfWorkbook(facts, cancellation) : Nothing;

    private static StatedSet OfWorkbook(ImportFile file, CancellationToken cancellation)
    {
        var sheet = GridReader.Read(file, new ImportFindings(), cancellation)?.FirstOrDefault(grid => grid.Name.Trim() == Sheet);
        return sheet is null ? Nothing : new StatedSet(Beside(sheet, SetField), YearOf(sheet));
    }

    /// <summary>The year that a sheet of basics names; null when it does not.</summary>
    internal static int? YearOf(SheetGrid sheet) => Number(Beside(sheet, YearField));

    /// <summary>What stands beside a field's name: the form has its content to the right, and an asterisk marks a required one. Null when it is blank.</summary>
    internal static string? Beside(SheetGrid sheet, string field)
    {
        var name = sheet.Cells.FirstOrDefault(cell => cell.Loose.TrimEnd('*') == field);
        return name is null ? null : sheet.Cell(name.Row, name.Column + 1)?.Display.Trim() is { Length: > 0 } text ? text : null;
    }

    private static StatedSet OfJson(ImportFile file)
    {
        try
        {
            using var document = JsonDocument.Parse(file.Content);
            var facts = Member(Member(document.RootElement, "facts"), Sheet);
            return new StatedSet(Text(Member(facts, SetField)), Number(Text(Member(document.RootElement, "year"))));
        }
        catch (JsonException)
        {
            return Nothing;
        }
    }

    private static JsonElement? Member(JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } known && known.TryGetProperty(name, out var member) ? member : null;

    private static string? Text(JsonElement? element) => element is { ValueKind: JsonValueKind.String or JsonValueKind.Number } value ? value.ToString() : null;

    private static int? Number(string? text) => int.TryParse(text, out var year) ? year : null;
}
