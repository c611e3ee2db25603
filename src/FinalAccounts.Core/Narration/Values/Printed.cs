namespace FinalAccounts.Narration.Values;

/// <summary>Text with figures and origins, ready to stand in a sentence: what helpers return.</summary>
internal sealed record Printed(IReadOnlyList<Inline> Inlines);

/// <summary>Blocks that stand between paragraphs: charts, tables, paragraphs of facts.</summary>
internal sealed record PrintedBlocks(IReadOnlyList<Block> Blocks);
