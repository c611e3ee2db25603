using System.Linq.Expressions;
using FinalAccounts.Service.People;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Data;

/// <summary>A hand-in.</summary>
/// <param name="Number">1, 2, 3 … per unit and year.</param>
/// <param name="Errors">How many findings stop publishing.</param>
/// <param name="Findings">Null in lists.</param>
public sealed record ImportAnswer(
    int Number, ImportState State, ImportSource Source, string By, DateTimeOffset At, int Errors, IReadOnlyList<FileAnswer> Files, IReadOnlyList<Finding>? Findings)
{
    /// <summary>Who, as people call them; <see cref="By"/> is the name that they sign in with, or a token's.</summary>
    public string ByName { get; init; } = By;

    internal static readonly Expression<Func<DataImport, ImportAnswer>> InList = import => new ImportAnswer(
        import.Number, import.State, import.Source, import.By, import.At, import.Errors,
        import.Files.Select(file => new FileAnswer(file.Id, file.Kind, file.Name, file.Sha256)).ToList(), null);

    private static readonly Func<DataImport, ImportAnswer> Short = InList.Compile();

    internal static ImportAnswer Of(DataImport import, PersonNames names) => Short(import).Named(names) with { Findings = FindingsJson.Read(import.Findings) };

    internal ImportAnswer Named(PersonNames names) => this with { ByName = names.Of(By) };
}

/// <summary>A file of a hand-in.</summary>
public sealed record FileAnswer(long Id, ImportedFileKind Kind, string Name, string Sha256);

/// <summary>A correction.</summary>
/// <param name="OldValue">What it was when corrected: 元, 2024-05-15, true or text; null for blank.</param>
/// <param name="NewValue">See <paramref name="OldValue"/>.</param>
public sealed record CorrectionAnswer(
    long Id, string Sheet, string Row, string Column, bool Fact, string? OldValue, string? NewValue, string Reason, string By, DateTimeOffset At, string? UndoneBy, DateTimeOffset? UndoneAt)
{
    /// <summary>Who, as people call them; <see cref="By"/> is the name that they sign in with, or a token's.</summary>
    public string ByName { get; init; } = By;

    /// <summary>Who undid it, as people call them.</summary>
    public string? UndoneByName { get; init; } = UndoneBy;

    internal static CorrectionAnswer Of(Correction correction, PersonNames names) => new(
        correction.Id, correction.Sheet, correction.Row, correction.Column, correction.IsFact, correction.OldValue, correction.NewValue,
        correction.Reason, correction.By, correction.At, correction.UndoneBy, correction.UndoneAt)
    {
        ByName = names.Of(correction.By), UndoneByName = names.OfAny(correction.UndoneBy),
    };
}

/// <summary>A correction as it is asked for.</summary>
/// <param name="Value">As people type it: a table's figure in 元, a fact in its field's unit; null for blank.</param>
public sealed record CorrectionRequest(string Sheet, string Column, string? Row = null, bool Fact = false, string? Value = null, string? Reason = null);
