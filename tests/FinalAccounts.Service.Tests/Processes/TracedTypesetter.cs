using System.Diagnostics;
using FinalAccounts.Rendering.Typst.Worker;

namespace FinalAccounts.Service.Tests.Processes;

/// <summary>A program in place of Node that writes down its processes, so that a test can stop and kill them.</summary>
internal sealed class TracedTypesetter : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    /// <param name="instead">What it does, as a line of a shell; null for what Node does.</param>
    public TracedTypesetter(string? instead = null)
    {
        File.WriteAllText(Program, $"#!/bin/sh\necho $$ >> '{Log}'\n{instead ?? $"exec '{NodeFile.Find(null)}' \"$@\""}\n");
        File.SetUnixFileMode(Program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public string Program => Path.Combine(folder.FullName, "node");

    /// <summary>The processes, in the order of their start.</summary>
    public IReadOnlyList<int> Started => File.Exists(Log) ? [.. File.ReadAllLines(Log).Select(int.Parse)] : [];

    private string Log => Path.Combine(folder.FullName, "started");

    /// <summary>To the process that was started last; false if there is none.</summary>
    public bool SignalLast(string signal) => Started is [.., var last] && Signal(last, signal);

    public static bool Signal(int process, string signal)
    {
        using var kill = Process.Start("kill", ["-" + signal, $"{process}"]);
        kill.WaitForExit();
        return kill.ExitCode == 0;
    }

    public void Dispose() => folder.Delete(recursive: true);
}
