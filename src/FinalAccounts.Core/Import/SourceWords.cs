namespace FinalAccounts.Import;

/// <summary>What the import calls that which it reads: a workbook that somebody fills in, or a document that was published. Nobody audits a document to change a template set, and nothing of it is imported.</summary>
internal sealed record SourceWords
{
    private bool ForSets { get; init; } = true;

    /// <summary>A workbook, to be imported.</summary>
    public static SourceWords OfWorkbook { get; } = new();

    /// <summary>A published document, to be audited.</summary>
    public static SourceWords OfDocument { get; } = new() { Whole = "文档", Sheet = "文档", OneTooMany = "删去另一份", ForSets = false };

    /// <summary>All of it.</summary>
    public string Whole { get; private init; } = "工作簿";

    /// <summary>The part that a table stands in.</summary>
    public string Sheet { get; private init; } = "工作表";

    /// <summary>What to do with a second copy of a table.</summary>
    public string OneTooMany { get; private init; } = "把另一份移到别的工作簿里再导入";

    /// <summary>What to change in the template set; nothing where nobody would.</summary>
    public string InSet(string remedy) => ForSets ? remedy : "";
}
