using FinalAccounts.Accounts;
using FinalAccounts.Formulas;

namespace FinalAccounts.Service.Data;

/// <summary>The data in force with the set they are read by.</summary>
/// <param name="Findings">Of import and corrections only; <see cref="UnitChecks"/> has all.</param>
/// <param name="Stamp">What they were made from.</param>
public sealed record DataView(CompiledSet Set, DepartmentAccounts Accounts, IReadOnlyList<Finding> Findings, DataStamp Stamp);

/// <summary>What the data in force were made from; equal stamps, equal findings.</summary>
/// <param name="LastCorrection">The latest correction, undone or not; 0 when there was none.</param>
/// <param name="Undone">How many corrections were undone.</param>
/// <param name="AccountsSha256">Of the accounts as corrected.</param>
public sealed record DataStamp(long ImportId, long LastCorrection, int Undone, string TemplateSet, string TemplateSetHash, string AccountsSha256);
