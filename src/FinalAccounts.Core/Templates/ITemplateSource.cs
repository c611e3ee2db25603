namespace FinalAccounts.Templates;

/// <summary>Where template sets are kept: a folder, a database. Paths use / and are relative to the set.</summary>
public interface ITemplateSource
{
    /// <summary>The keys of all sets, in ordinal order.</summary>
    IReadOnlyList<string> Sets { get; }

    /// <summary>The paths of all files that the set itself has, in ordinal order; parents' files are not among them.</summary>
    IReadOnlyList<string> List(string set);

    /// <summary>The file's text; null when the set itself has no such file. <see cref="InvalidDataException"/> when it is too large or no UTF-8.</summary>
    string? Read(string set, string path);
}
