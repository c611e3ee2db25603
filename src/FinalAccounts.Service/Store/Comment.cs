namespace FinalAccounts.Service.Store;

/// <summary>What somebody says about a unit's year, or about a section of a template set, at a place of it; or an answer to that. Never changed and never deleted; open until somebody says that it is done.</summary>
public sealed class Comment
{
    /// <summary>Key in the database, and the order in which comments were made.</summary>
    public long Id { get; set; }

    /// <summary>Of which unit; null for a section of a template set, which is all units'.</summary>
    public long? UnitId { get; set; }

    /// <summary>决算年度; 0 for a section of a template set.</summary>
    public int Year { get; set; }

    /// <summary>The template set whose section it is about; null for a unit's year.</summary>
    public string? Set { get; set; }

    /// <summary>The comment that this answers; null for one that begins.</summary>
    public long? ParentId { get; set; }

    /// <summary>What kind of place; of an answer, that of its beginning.</summary>
    public CommentOn On { get; set; }

    /// <summary>The place, by what stays when data are handed in again and editions are made anew; empty for the year as a whole; of a section its path.</summary>
    public required string Key { get; set; }

    /// <summary>How the place read when the comment was made: the cell's name, the finding, the sentence.</summary>
    public required string Quote { get; set; }

    /// <summary>What is said: plain text.</summary>
    public required string Text { get; set; }

    public required string By { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>Who said that it is done; null while it is open, and of answers.</summary>
    public string? DoneBy { get; set; }

    public DateTimeOffset? DoneAt { get; set; }
}

/// <summary>What a comment stands at.</summary>
public enum CommentOn
{
    /// <summary>The unit's year as a whole.</summary>
    Year,

    /// <summary>A cell of a table or a fact.</summary>
    Cell,

    /// <summary>A finding of the checks.</summary>
    Finding,

    /// <summary>A sentence of the document.</summary>
    Sentence,

    Edition,

    /// <summary>A sentence of a template's section; which one, <see cref="Comment.Quote"/> says.</summary>
    Section,
}
