using System.Security.Cryptography;

namespace FinalAccounts.Service.People;

/// <summary>A password that is shown once and has to be changed at the first sign-in.</summary>
internal static class OneTimePassword
{
    // Without letters and digits that are mistaken for each other when copied by hand.
    private const string Letters = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    // Identity asks for an upper-case letter, a lower-case letter and a digit.
    public static string Create()
    {
        while (true)
        {
            var password = RandomNumberGenerator.GetString(Letters, 16);
            if (password.Any(char.IsAsciiLetterUpper) && password.Any(char.IsAsciiLetterLower) && password.Any(char.IsAsciiDigit))
            {
                return password;
            }
        }
    }
}
