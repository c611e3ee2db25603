namespace FinalAccounts.Templates;

/// <summary>An entry that counts, of lists that several files of a set and of those it inherits from make up together, and the file that says it.</summary>
/// <param name="Kind">同义说法, 语句.</param>
/// <param name="Name">What it says: 运行维护费：运行费、运维费.</param>
/// <param name="File">With its set: national-2024/synonyms.yaml.</param>
public sealed record SetEntry(string Kind, string Name, string File);
