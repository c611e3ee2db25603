using FinalAccounts.Accounts;
using FinalAccounts.Formulas;

namespace FinalAccounts.Auditing;

/// <summary>What an audit of a published document gives.</summary>
/// <param name="Set">The template set by whose tables, rules and words it was read.</param>
/// <param name="Accounts">The tables as recovered; last year's in <see cref="DepartmentAccounts.Prior"/> when they were given.</param>
/// <param name="Findings">The gravest first, then in reading order.</param>
/// <param name="NotChecked">Rules that could not be checked, by reason.</param>
/// <param name="Tables">The set's tables: which were found, and where.</param>
public sealed record AuditResult(
    CompiledSet Set, DepartmentAccounts Accounts, IReadOnlyList<Finding> Findings, IReadOnlyList<NotChecked> NotChecked, IReadOnlyList<AuditTable> Tables)
{
    /// <summary>Rules that were checked.</summary>
    public int RulesChecked { get; init; }

    /// <summary>The accounts with the facts and free text that the document says: what last year is for the next (<c>--prior</c>, <c>--last-year</c>).</summary>
    public DepartmentAccounts Recovered => Accounts with { Facts = Facts?.Into(Accounts.Facts) ?? Accounts.Facts, Prior = null };

    internal PublishedFacts? Facts { get; init; }

    /// <summary>The same without the document's figures: what was found, of whom.</summary>
    public AuditResult WithoutFigures() => this with { Accounts = new DepartmentAccounts(Accounts.UnitName, Accounts.FiscalYear, new Dictionary<string, AccountsTable>(), Accounts.Facts), Facts = null };

    /// <summary>Tables found.</summary>
    public int TablesFound => Tables.Count(table => table.Sheet is not null);
}

/// <summary>Rules that were not checked, and why.</summary>
public sealed record NotChecked(string Reason, IReadOnlyList<string> Rules);

/// <summary>A table of the set.</summary>
/// <param name="Sheet">The grid that holds it, as places name it; null when it was not found.</param>
/// <param name="Figures">How many of its cells have a figure.</param>
public sealed record AuditTable(string Key, string Name, string? Sheet, int Figures);
