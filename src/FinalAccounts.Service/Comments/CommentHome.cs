using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Comments;

/// <summary>Whose comments: a unit's year, or the sections of a template set.</summary>
/// <param name="UnitId">The unit; null for a set.</param>
/// <param name="Year">决算年度; 0 for a set.</param>
/// <param name="Set">The set's key; null for a unit.</param>
/// <param name="Subject">As the audit log names it.</param>
public sealed record CommentHome(long? UnitId, int Year, string? Set, string Subject)
{
    private string Code { get; init; } = "";

    /// <summary>Of a unit's year.</summary>
    public static CommentHome Of(Unit unit, int year) => new CommentHome(unit.Id, year, null, $"{unit.Code} {year}") { Code = unit.Code };

    /// <summary>Of a template set.</summary>
    public static CommentHome Of(string set) => new(null, 0, set, set);

    /// <summary>Those of them among all comments.</summary>
    public IQueryable<Comment> In(IQueryable<Comment> comments) => comments.Where(comment => comment.UnitId == UnitId && comment.Year == Year && comment.Set == Set);

    /// <summary>The page where a thread is read.</summary>
    public string Address(Comment root) =>
        Set is null ? $"/units/{Uri.EscapeDataString(Code)}/years/{Year}/comments#comment-{root.Id}" : $"/templates/{Set}?path={Uri.EscapeDataString(root.Key)}&comment={root.Id}";

    /// <summary>What stands before the words of a notice that has no unit to name.</summary>
    public string Prefix(Comment root) => Set is null ? "" : $"模板“{Path.GetFileNameWithoutExtension(root.Key)}”：";
}
