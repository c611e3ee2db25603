namespace FinalAccounts.Claims;

/// <summary>A line of a document that somebody else made, as a reader of files gives it: the same checks as for our own, without origins.</summary>
/// <param name="Text">A whole paragraph or heading.</param>
/// <param name="Level">Of a heading, from 1 downwards; 0 for a paragraph.</param>
/// <param name="Place">Where it stands, for people; null when that is not known.</param>
public sealed record DocumentLine(string Text, int Level, Place? Place)
{
    internal Passage ToPassage() => Level > 0
        ? new Passage(Text, [], new Heading(Level, [new Text(Text)], "line") { Place = Place }, PassageKind.Heading)
        : new Passage(Text, [], new Paragraph([new Text(Text)]) { Place = Place }, PassageKind.Paragraph);
}

/// <summary>A sentence with amounts or percentages in which no pattern fits.</summary>
/// <param name="Section">The section's name in statements.yaml; empty where it knows none.</param>
public sealed record UnreadSentence(string Text, string Section, Place? Place);
