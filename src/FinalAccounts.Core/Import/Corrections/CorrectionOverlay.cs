using FinalAccounts.Accounts;
using FinalAccounts.Templates;

namespace FinalAccounts.Import.Corrections;

/// <summary>Lays corrections over imported accounts, in their order. A correction that no longer fits is left out and reported (COR-01 … COR-04), never forced.</summary>
public static class CorrectionOverlay
{
    /// <summary>Stands behind the file's name in the place of a corrected value, so that nobody looks for the new figure in the old file.</summary>
    public const string Mark = "（已更正）";

    /// <summary>The accounts as corrected; the imported ones are not touched.</summary>
    public static CorrectedAccounts Apply(DepartmentAccounts accounts, IEnumerable<CellCorrection> corrections, TemplateSet set)
    {
        var findings = new List<Finding>();
        var replaced = new List<Place>();
        foreach (var correction in corrections)
        {
            var change = correction.IsFact ? FactChange.Of(accounts, correction, set) : CellChange.Of(accounts, correction, set);
            if (Problem(change, correction) is { } finding)
            {
                findings.Add(finding);
            }

            if (change.Fits(correction) && change.Corrected() is { } corrected)
            {
                accounts = corrected;
                if (change.Place is { } place)
                {
                    replaced.Add(place);
                }
            }
        }

        return new CorrectedAccounts(accounts, findings, replaced);
    }

    /// <summary>The place of a value that took the place of another.</summary>
    internal static Place Marked(Place? former, CellCorrection correction) =>
        former is null ? new Place($"更正：{correction}") : former.File.EndsWith(Mark, StringComparison.Ordinal) ? former : former with { File = former.File + Mark };

    private static Finding? Problem(Change change, CellCorrection correction)
    {
        IReadOnlyList<Place> places = [change.Place ?? new Place($"更正：{correction}")];
        if (change.Missing is { } missing)
        {
            return new Finding(Severity.Error, "COR-02", $"更正 {correction} 没有生效：{missing}。请撤销这条更正，或上传改好的工作簿。", places);
        }

        if (!change.Fits(correction))
        {
            return CorrectionValue.AreSame(change.Current, correction.NewValue)
                ? new Finding(Severity.Note, "COR-04", $"更正 {correction} 在现在的数据里已经改好，不再需要。", places)
                : new Finding(Severity.Error, "COR-01", $"更正 {correction} 没有生效：更正时的原值与现在的数据不同。请核对后重新更正，或撤销。（更正人：{correction.By}；理由：{correction.Reason}）", places)
                {
                    Expected = correction.OldValue ?? "空白", Actual = change.Current ?? "空白",
                };
        }

        return change.Corrected() is null
            ? new Finding(Severity.Error, "COR-03", $"更正 {correction} 没有生效：“{correction.NewValue}”不是这一项能填的内容。请撤销后重新更正。", places)
            : null;
    }
}

/// <summary>Accounts with corrections over them.</summary>
/// <param name="Accounts">As corrected.</param>
/// <param name="Findings">Corrections that did not apply.</param>
/// <param name="Replaced">Where the values stood that were replaced; findings on them are settled.</param>
public sealed record CorrectedAccounts(DepartmentAccounts Accounts, IReadOnlyList<Finding> Findings, IReadOnlyList<Place> Replaced);

/// <summary>What a correction would do.</summary>
/// <param name="Missing">Why there is nothing to correct, in Chinese; null when there is.</param>
/// <param name="Current">The value as it stands.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Corrected">The accounts with the new value; null when it cannot be read.</param>
internal sealed record Change(string? Missing, string? Current, Place? Place, Func<DepartmentAccounts?> Corrected)
{
    public static Change None(string why) => new(why, null, null, () => null);

    public bool Fits(CellCorrection correction) => Missing is null && CorrectionValue.AreSame(Current, correction.OldValue);
}
