namespace FinalAccounts.Rendering.Foundations;

/// <summary>Texts that come with the program.</summary>
internal static class EmbeddedText
{
    /// <summary>A text by its name in the assembly: Html.Styles.common.css.</summary>
    public static string Read(string name)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
