namespace FinalAccounts.Cli;

/// <summary>The exit codes of every command, as the README documents them.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>Findings that stop publishing.</summary>
    public const int Findings = 1;

    /// <summary>Wrong use of the command line.</summary>
    public const int WrongUse = 2;

    /// <summary>Input that cannot be understood; nothing was written.</summary>
    public const int BrokenInput = 3;

    /// <summary>An internal error, or a part of the machine that is missing.</summary>
    public const int InternalError = 4;
}
