using System.Text.Json.Nodes;

namespace FinalAccounts.Service.Reviewing;

/// <summary>An audit as JSON: for each file its unit, tables, findings and what was not checked.</summary>
public static class AuditJson
{
    private static readonly System.Text.Json.JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
    };

    /// <summary>The array of files.</summary>
    public static string Write(IEnumerable<AuditedFile> files) => new JsonArray([.. files.Select(File)]).ToJsonString(Options);

    private static JsonObject File(AuditedFile file) => new()
    {
        ["file"] = file.Path,
        ["unit"] = file.Result?.Accounts.UnitName,
        ["year"] = file.Result?.Accounts.FiscalYear,
        ["set"] = file.Result?.Set.Set.Key,
        ["pages"] = file.Pages,
        ["tables"] = new JsonArray([.. (file.Result?.Tables ?? []).Select(table => new JsonObject
        {
            ["key"] = table.Key, ["name"] = table.Name, ["place"] = table.Sheet, ["figures"] = table.Figures,
        })]),
        ["rulesChecked"] = file.Result?.RulesChecked,
        ["notChecked"] = new JsonArray([.. (file.Result?.NotChecked ?? []).Select(part => new JsonObject
        {
            ["reason"] = part.Reason, ["rules"] = new JsonArray([.. part.Rules.Select(rule => JsonValue.Create(rule))]),
        })]),
        ["findings"] = JsonNode.Parse(FindingsJson.Write(file.Findings)),
        ["seconds"] = Math.Round(file.Time.TotalSeconds, 2),
    };
}
