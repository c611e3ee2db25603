namespace FinalAccounts.Manifests;

/// <summary>Names of units and documents as file names.</summary>
public static class SafeFileName
{
    private const string Refused = "<>:\"/\\|?*";
    private const int Longest = 80;

    /// <summary>What file systems refuse becomes “_”, so that a name can never leave its folder.</summary>
    public static string Of(string name)
    {
        var safe = string.Concat(name.Trim().Select(character =>
            char.IsControl(character) || Refused.Contains(character) ? '_' : character)).Trim('.', ' ');
        return safe.Length == 0 ? "_" : safe[..Math.Min(safe.Length, Longest)];
    }
}
