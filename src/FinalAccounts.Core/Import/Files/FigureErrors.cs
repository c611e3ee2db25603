namespace FinalAccounts.Import.Files;

/// <summary>The error values that Excel and WPS write into cells.</summary>
internal static class FigureErrors
{
    public static bool IsError(string text) => text is
        "#REF!" or "#DIV/0!" or "#VALUE!" or "#NAME?" or "#NAME!" or "#NUM!" or "#NULL!" or "#N/A" or "#SPILL!" or "#CALC!";
}
