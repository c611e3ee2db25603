namespace FinalAccounts.Import.Files;

/// <summary>The error values that Excel and WPS write into cells.</summary>
internal static class FigureErrors
{
    public static bool IsError(string text) => text is
        "#REF!" or "#DIV/0!" or "#VALUE!" or "#NAME?" or "#NAME!" or "#NUM!" or "#NULL!" or "#N/A" or "#SPILL!" or "#CALC!";

    /// <summary>The error with this code in binary workbooks ([MS-XLS] 2.5.10).</summary>
    public static string Name(byte code) => code switch
    {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2A => "#N/A",
        _ => "#ERROR!",
    };
}
