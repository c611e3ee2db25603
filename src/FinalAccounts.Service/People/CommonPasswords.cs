using Microsoft.AspNetCore.Identity;

namespace FinalAccounts.Service.People;

/// <summary>Refuses passwords that are tried first: those of the list, also with digits and marks around them or letters written as digits, runs of the keyboard and the alphabet, repetitions, and the person's own name.</summary>
public sealed class CommonPasswords : IPasswordValidator<Person>
{
    private const int ShortestName = 4;

    // The list holds words; with whatever stands around them they make most of a password that people think of.
    private const double MostOfIt = 0.6;

    private static readonly Lazy<IReadOnlyList<string>> Words = new(Read);

    private static readonly string[] Runs =
        ["abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "01234567890123456789", "98765432109876543210", "qazwsxedcrfvtgbyhnujmikolp"];

    public Task<IdentityResult> ValidateAsync(UserManager<Person> manager, Person user, string? password) =>
        Task.FromResult(IsCommon(password ?? "", user.UserName ?? "")
            ? IdentityResult.Failed(new IdentityError { Code = "PasswordIsCommon", Description = "这个密码太常见，别人最先试的就是它。请换一个，如四个不相干的词加数字。" })
            : IdentityResult.Success);

    /// <summary>Whether somebody who guesses would soon come to it.</summary>
    public static bool IsCommon(string password, string name)
    {
        var plain = password.ToLowerInvariant();
        var letters = Letters(plain);
        return plain.Distinct().Count() < 5
            || IsRepeated(plain)
            || Covers(plain, [.. Runs.SelectMany(Pieces)]) || Covers(letters, Words.Value) || Covers(plain, Words.Value)
            || (name.Length >= ShortestName && plain.Contains(name.ToLowerInvariant(), StringComparison.Ordinal) && name.Length >= plain.Length * MostOfIt / 2);
    }

    // Letters that people write as digits and marks.
    private static string Letters(string text) => string.Concat(text.Select(character => character switch
    {
        '0' => 'o',
        '1' or '!' => 'i',
        '3' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' => 't',
        '8' => 'b',
        _ => character,
    }).Where(char.IsLetterOrDigit));

    private static bool IsRepeated(string text) =>
        Enumerable.Range(1, text.Length / 2).Any(length => text.Length % length == 0 && text == string.Concat(Enumerable.Repeat(text[..length], text.Length / length)));

    // One or two words make most of it; what is left are years, digits and marks.
    private static bool Covers(string text, IReadOnlyList<string> words)
    {
        var rest = text;
        foreach (var word in words)
        {
            if (rest.Contains(word, StringComparison.Ordinal))
            {
                rest = rest.Replace(word, "", StringComparison.Ordinal);
            }
        }

        return rest.Count(char.IsLetter) <= 2 && rest.Length < text.Length && text.Length - rest.Length >= text.Length * (rest.Any(char.IsLetter) ? MostOfIt : MostOfIt / 2);
    }

    private static IEnumerable<string> Pieces(string run) =>
        Enumerable.Range(4, 9).Reverse().SelectMany(length => Enumerable.Range(0, Math.Max(0, run.Length - length + 1)).Select(start => run.Substring(start, length)));

    private static List<string> Read()
    {
        using var reader = new StreamReader(typeof(CommonPasswords).Assembly.GetManifestResourceStream("common-passwords.txt")!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => line[0] != '#').Distinct().OrderByDescending(word => word.Length)];
    }
}
