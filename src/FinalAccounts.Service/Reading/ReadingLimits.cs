using System.Globalization;

namespace FinalAccounts.Service.Reading;

/// <summary>What reading one file may take.</summary>
/// <param name="Seconds">Of processor time for a workbook, three times as much for a document of up to a thousand pages: on a busy machine a good file takes longer and is not to be refused for it.</param>
/// <param name="Megabytes">Of memory for objects.</param>
/// <param name="Processes">How many are read at the same time; others wait.</param>
public sealed record ReadingLimits(int Seconds = 10, int Megabytes = 512, int Processes = 2)
{
    /// <summary>By the clock, whatever the machine does besides.</summary>
    public TimeSpan Longest => TimeSpan.FromSeconds(6 * Seconds);

    /// <summary>What a file that took too long is told, without the full stop.</summary>
    internal string TooLong => $"读取这个文件用了 {Seconds} 秒以上";

    /// <summary>The limits for a kind of file.</summary>
    internal ReadingLimits For(ForeignKind kind) => this with { Seconds = SecondsOf(kind, Seconds) };

    internal static int SecondsOf(ForeignKind kind, int seconds) => kind == ForeignKind.Document ? 3 * seconds : seconds;

    /// <summary>What a file that took too much memory is told, without the full stop.</summary>
    internal string TooLarge => $"读取这个文件时用完了给它的内存（{Megabytes} MB）";

    /// <summary>As the service's settings have them in the environment (FinalAccounts__ReadingSeconds, FinalAccounts__ReadingMegabytes), for the command line.</summary>
    public static ReadingLimits FromEnvironment()
    {
        var usual = new ReadingLimits();
        return usual with { Seconds = Number("FinalAccounts__ReadingSeconds", usual.Seconds), Megabytes = Number("FinalAccounts__ReadingMegabytes", usual.Megabytes) };
    }

    private static int Number(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : otherwise;
}

/// <summary>What a file from outside is to be read as.</summary>
internal enum ForeignKind
{
    /// <summary>A workbook with tables or facts.</summary>
    Workbook,

    /// <summary>A published document.</summary>
    Document,

    /// <summary>A ZIP with files in it.</summary>
    Archive,
}
