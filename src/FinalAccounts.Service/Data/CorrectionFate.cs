using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Data;

/// <summary>What a new hand-in means for the corrections of one cell or fact.</summary>
/// <param name="Last">The correction that counts; earlier ones of the same cell go with it.</param>
/// <param name="Ids">All of the cell.</param>
/// <param name="Kind">How it stands to the file.</param>
/// <param name="InFile">What the file has there; null for blank.</param>
public sealed record CorrectionFate(Correction Last, IReadOnlyList<long> Ids, FateKind Kind, string? InFile)
{
    /// <summary>Whether it is kept unless somebody says otherwise.</summary>
    public bool KeptByItself => Kind == FateKind.Holds;

    /// <summary>For people.</summary>
    public string Words => Kind switch
    {
        FateKind.Holds => "仍然适用",
        FateKind.Repeats => "文件里已经改好",
        FateKind.Contradicts => "文件里是另一个数",
        _ => "文件里没有这一格",
    };
}

/// <summary>How a correction stands to a new file.</summary>
public enum FateKind
{
    /// <summary>The file has what was corrected before: the correction goes on.</summary>
    Holds,

    /// <summary>The file has the corrected value already.</summary>
    Repeats,

    /// <summary>The file has neither the old value nor the corrected one.</summary>
    Contradicts,

    /// <summary>The file has no such cell.</summary>
    Homeless,
}
