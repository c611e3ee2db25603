using DocumentFormat.OpenXml;
using FinalAccounts.Documents.Comparison;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FinalAccounts.Rendering.Comparison.Word;

/// <summary>Two wordings of a paragraph as one: the later paragraph, in which what is gone stands as deleted and what is new as inserted.</summary>
internal sealed class TrackedText(TrackedMarks marks)
{
    /// <summary>Works the edits into the later paragraph.</summary>
    public void Merge(W.Paragraph before, W.Paragraph after, TextLine line)
    {
        var old = new Characters(before);
        var current = new Characters(after);
        foreach (var run in current.Runs)
        {
            run.Remove();
        }

        // What is not read, such as a heading's hidden entry for the contents, stays behind the text.
        var tail = after.ChildElements.FirstOrDefault(element => element is not (W.ParagraphProperties or W.BookmarkStart));
        foreach (var element in old.Text == line.Before && current.Text == line.After ? Edited(line, old, current) : Replaced(old, current))
        {
            if (tail is null)
            {
                after.AppendChild(element);
            }
            else
            {
                tail.InsertBeforeSelf(element);
            }
        }
    }

    private IEnumerable<OpenXmlElement> Edited(TextLine line, Characters old, Characters current)
    {
        var (from, to) = (0, 0);
        foreach (var edit in line.Edits)
        {
            var length = edit.Text.Length;
            switch (edit.Kind)
            {
                case EditKind.Removed:
                    yield return marks.Deleted(old.Cut(from, length));
                    break;
                case EditKind.Added:
                    yield return marks.Inserted(current.Cut(to, length));
                    break;
                default:
                    foreach (var run in current.Cut(to, length))
                    {
                        yield return run;
                    }

                    break;
            }

            from += edit.Kind != EditKind.Added ? length : 0;
            to += edit.Kind != EditKind.Removed ? length : 0;
        }
    }

    // Where Word prints other words than the document's own, the whole line is exchanged.
    private IEnumerable<OpenXmlElement> Replaced(Characters old, Characters current)
    {
        if (old.Text.Length > 0)
        {
            yield return marks.Deleted(old.Cut(0, old.Text.Length));
        }

        if (current.Text.Length > 0)
        {
            yield return marks.Inserted(current.Cut(0, current.Text.Length));
        }
    }

    /// <summary>The text of a paragraph, character by character with the look of each.</summary>
    private sealed class Characters
    {
        private readonly List<(char Character, W.RunProperties? Look)> characters = [];

        public Characters(W.Paragraph paragraph)
        {
            Runs = [.. paragraph.Elements<W.Run>().Where(run => !TrackedMarks.IsField(run) && !run.Elements<W.Drawing>().Any())];
            foreach (var run in Runs)
            {
                foreach (var part in run.ChildElements)
                {
                    var text = part switch
                    {
                        W.Text words => words.Text,
                        W.Break => "\n",
                        W.TabChar => "\t",
                        _ => "",
                    };
                    characters.AddRange(text.Select(character => (character, run.RunProperties)));
                }
            }

            Text = string.Concat(characters.Select(character => character.Character));
        }

        public IReadOnlyList<W.Run> Runs { get; }

        public string Text { get; }

        /// <summary>New runs for a stretch of the text.</summary>
        public IEnumerable<OpenXmlElement> Cut(int start, int length)
        {
            for (var i = start; i < start + length;)
            {
                var look = characters[i].Look;
                var end = i + 1;
                var special = characters[i].Character is '\n' or '\t';
                while (!special && end < start + length && ReferenceEquals(characters[end].Look, look) && characters[end].Character is not ('\n' or '\t'))
                {
                    end++;
                }

                var run = new W.Run { RunProperties = look?.CloneNode(deep: true) as W.RunProperties };
                run.AppendChild<OpenXmlElement>(characters[i].Character switch
                {
                    '\n' => new W.Break(),
                    '\t' => new W.TabChar(),
                    _ => new W.Text(Text[i..end]) { Space = SpaceProcessingModeValues.Preserve },
                });
                yield return run;
                i = end;
            }
        }
    }
}
