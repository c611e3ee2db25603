using FinalAccounts.Rendering.Foundations;
using FinalAccounts.Service.Settings;

namespace FinalAccounts.Cli;

/// <summary>Turns what can go wrong around the program (a missing file, a full disk, a dead browser) into a sentence and an exit code.</summary>
internal static class Guard
{
    /// <summary>Runs a command; never lets an exception reach the user as a stack trace unless it is our own bug.</summary>
    public static async Task<int> Run(Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (UsageException exception)
        {
            return Say(exception.Message, ExitCode.WrongUse);
        }
        catch (StartupException exception)
        {
            return Say(exception.Message, ExitCode.InternalError);
        }
        catch (OperationCanceledException)
        {
            return Say("已取消，没有写入任何文件。", ExitCode.InternalError);
        }
        catch (RenderingException exception)
        {
            return Say(exception.Message, exception.OfText ? ExitCode.Findings : ExitCode.InternalError);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Say($"读写文件失败：{exception.Message}", ExitCode.InternalError);
        }
#pragma warning disable CA1031 // The last line of defence: whatever it is, the user gets a code and a report to send.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return Say($"程序内部错误，请把下面的内容发给维护人员：\n{exception}", ExitCode.InternalError);
        }
    }

    private static int Say(string message, int code)
    {
        Console.Error.WriteLine(message);
        return code;
    }
}

/// <summary>The command line asks for something that does not exist or does not fit together.</summary>
internal sealed class UsageException(string message) : Exception(message);
