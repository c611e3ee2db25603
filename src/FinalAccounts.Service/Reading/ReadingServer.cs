using System.Globalization;
using System.Text;
using FinalAccounts.Import;
using FinalAccounts.Reading;

namespace FinalAccounts.Service.Reading;

/// <summary>The reading process itself: takes files on its standard input, answers with what is in them, until the input ends.</summary>
public static class ReadingServer
{
    /// <summary>The hidden command that makes the program one.</summary>
    public const string Verb = "read";

    /// <summary>The environment variable with the seconds that a file may take.</summary>
    internal const string SecondsVariable = "FINALACCOUNTS_READ_SECONDS";

    /// <summary>Serves; the exit code.</summary>
    public static int Run()
    {
        using var input = new BinaryReader(Console.OpenStandardInput(), Encoding.UTF8);
        using var output = new BinaryWriter(Console.OpenStandardOutput(), Encoding.UTF8);
        var seconds = int.TryParse(Environment.GetEnvironmentVariable(SecondsVariable), CultureInfo.InvariantCulture, out var limit) ? limit : new ReadingLimits().Seconds;
        ForeignFile.WarmUp();
        while (Next(input) is { } file)
        {
            // Whoever asked may be gone and unable to end this: it ends by itself.
            using var watch = new ReadingWatch(new ReadingLimits(ReadingLimits.SecondsOf(file.Kind, seconds) + 2, int.MaxValue / 2), _ => Environment.Exit(1));
            var answer = file.Kind switch
            {
                ForeignKind.Document => DocumentWire.Read(file.Name, file.Content, CancellationToken.None),
                ForeignKind.Archive => ArchiveFiles.Read(file.Name, file.Content),
                _ => ForeignFile.Read(new ImportFile(file.Name, file.Content), CancellationToken.None),
            };
            output.Write(answer.Length);
            output.Write(answer);
            output.Flush();
        }

        return 0;
    }

    private static (ForeignKind Kind, string Name, byte[] Content)? Next(BinaryReader input)
    {
        try
        {
            var kind = (ForeignKind)input.ReadInt32();
            var name = Encoding.UTF8.GetString(input.ReadBytes(input.ReadInt32()));
            var length = input.ReadInt32();
            var content = input.ReadBytes(length);
            return content.Length == length ? (kind, name, content) : null;
        }
        catch (EndOfStreamException)
        {
            return null;
        }
    }
}
