namespace FinalAccounts.Service.Comments;

/// <summary>@张三 in a text: whom it names, and where.</summary>
public static class Mentions
{
    /// <summary>How many people one comment names at most.</summary>
    public const int Most = 20;

    /// <summary>The text in pieces, those that name somebody with the person's sign-in name. Of two names that fit, the longer one.</summary>
    /// <param name="text">Plain.</param>
    /// <param name="people">Who can be named.</param>
    public static IReadOnlyList<MentionPiece> Split(string text, IReadOnlyCollection<Mentionable> people)
    {
        var names = people.SelectMany(person => new[] { (Name: person.Call, person.UserName), (Name: person.UserName, person.UserName) })
            .Where(pair => pair.Name.Length > 0).DistinctBy(pair => pair.Name).OrderByDescending(pair => pair.Name.Length).ToList();
        var pieces = new List<MentionPiece>();
        var start = 0;
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at))
        {
            var named = IsMail(text, at) ? default : names.FirstOrDefault(pair => Stands(text, at + 1, pair.Name));
            if (named.Name is null)
            {
                at++;
                continue;
            }

            pieces.Add(new MentionPiece(text[start..at], null));
            pieces.Add(new MentionPiece($"@{named.Name}", named.UserName));
            start = at + 1 + named.Name.Length;
            at = start;
        }

        pieces.Add(new MentionPiece(text[start..], null));
        return [.. pieces.Where(piece => piece.Text.Length > 0)];
    }

    /// <summary>The sign-in names of those that a text names.</summary>
    public static IReadOnlyList<string> In(string text, IReadOnlyCollection<Mentionable> people) => [.. Split(text, people).Select(piece => piece.UserName).OfType<string>().Distinct()];

    // zhang@example.cn names nobody.
    private static bool IsMail(string text, int at) => at > 0 && char.IsAsciiLetterOrDigit(text[at - 1]);

    // @li does not stand in @lina.
    private static bool Stands(string text, int at, string name) => string.CompareOrdinal(text, at, name, 0, name.Length) == 0
        && !(char.IsAsciiLetterOrDigit(name[^1]) && at + name.Length < text.Length && char.IsAsciiLetterOrDigit(text[at + name.Length]));
}

/// <summary>Somebody who can be named.</summary>
/// <param name="Call">What they are called: the name, or the sign-in name where two have the same.</param>
public sealed record Mentionable(string UserName, string Call);

/// <summary>A stretch of a comment.</summary>
/// <param name="UserName">Whom it names; null for plain text.</param>
public sealed record MentionPiece(string Text, string? UserName);
