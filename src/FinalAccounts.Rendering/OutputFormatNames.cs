namespace FinalAccounts.Rendering;

/// <summary>How people name formats: docx,pdf,html,xlsx.</summary>
public static class OutputFormatNames
{
    /// <summary>The names, for messages.</summary>
    public const string Known = "docx、pdf、html、xlsx";

    /// <summary>Reads names divided by commas; false with a Chinese message when there is none or one is unknown.</summary>
    public static bool TryParse(string text, out OutputFormats formats, out string? message)
    {
        (formats, message) = (OutputFormats.None, null);
        foreach (var name in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var format = Of(name);
            if (format == OutputFormats.None)
            {
                message = $"不认识的格式“{name}”。可用：{Known}";
                return false;
            }

            formats |= format;
        }

        message = formats == OutputFormats.None ? $"没有给出任何格式。可用：{Known}" : null;
        return message is null;
    }

    /// <summary>The format of one name; none for a name that is unknown.</summary>
    public static OutputFormats Of(string name) => name.ToLowerInvariant() switch
    {
        "docx" or "word" => OutputFormats.Word,
        "pdf" => OutputFormats.Pdf,
        "html" => OutputFormats.Html,
        "xlsx" or "excel" => OutputFormats.Excel,
        _ => OutputFormats.None,
    };
}
