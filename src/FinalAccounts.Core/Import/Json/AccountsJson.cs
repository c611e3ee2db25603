using FinalAccounts.Accounts;
using FinalAccounts.Templates;

namespace FinalAccounts.Import.Json;

/// <summary>The canonical form of accounts: JSON after docs/schema/final-accounts.schema.json, money in 元, ratios as numbers, places kept. Equal accounts give equal bytes.</summary>
public static class AccountsJson
{
    /// <summary>The version of the form; a file of another version is refused.</summary>
    public const int Version = 1;

    /// <summary>The published schema's identifier.</summary>
    public const string SchemaId = "https://final-accounts.example/schema/final-accounts.schema.json";

    /// <summary>UTF-8 without byte order mark, two spaces of indent, a line break at the end; keys sorted, rows and records in their order.</summary>
    public static byte[] Write(DepartmentAccounts accounts) => AccountsJsonWriter.Write(accounts);

    /// <summary>Reads JSON; mistakes are findings with JSON path and line. Values without a place get that of the JSON itself.</summary>
    public static Result<DepartmentAccounts> Read(ImportFile file, TemplateSet set, CancellationToken cancellation) =>
        Read(file, set, new ImportRequest(), cancellation);

    internal static Result<DepartmentAccounts> Read(ImportFile file, TemplateSet set, ImportRequest request, CancellationToken cancellation)
    {
        var findings = new ImportFindings();
        var accounts = new AccountsJsonReader(set, request, findings).Read(file, cancellation);
        return new Result<DepartmentAccounts>(findings.AnyFatal ? null : accounts, findings.All);
    }
}
