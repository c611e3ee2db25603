using System.ComponentModel;
using System.Diagnostics;

namespace FinalAccounts.Rendering.Pdf;

/// <summary>
/// A headless Chromium with a profile folder of its own, spoken to through two pipes. No port is open, and when this program
/// ends, however it ends, the pipes close and Chromium ends with it.
/// </summary>
internal sealed class BrowserProcess : IAsyncDisposable
{
    private static readonly TimeSpan GoodbyeLimit = TimeSpan.FromSeconds(5);

    private static readonly string[] Switches =
    [
        "--headless", "--remote-debugging-pipe", "--disable-gpu", "--no-first-run", "--no-default-browser-check",
        "--disable-background-networking", "--disable-component-update", "--disable-default-apps", "--disable-extensions",
        "--disable-sync", "--disable-breakpad", "--disable-dev-shm-usage", "--metrics-recording-only", "--mute-audio",
        "--password-store=basic", "--use-mock-keychain", "--force-color-profile=srgb",
        // Names resolve to nothing: no network, whatever a page asks for.
        "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=127.0.0.1:9",
        "--lang=zh-CN",
        // What the file names as its Creator.
        "--user-agent=FinalAccounts",
    ];

    private readonly Process process;
    private readonly DirectoryInfo profile;
    private readonly Task<string> messages;

    private BrowserProcess(Process process, DirectoryInfo profile)
    {
        this.process = process;
        this.profile = profile;
        // Read to the end, or a full pipe would stop the browser.
        messages = process.StandardError.ReadToEndAsync();
        Connection = new DevToolsConnection(process.StandardOutput.BaseStream, process.StandardInput.BaseStream);
    }

    public DevToolsConnection Connection { get; }

    public int Id => process.Id;

    public bool HasExited => process.HasExited;

    public static BrowserProcess Start(string browser)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new RenderingException("目前只能在 Linux 或 macOS 上生成 PDF。");
        }
        PrintProfiles.RemoveLeftovers();
        var profile = PrintProfiles.Create();
        // Chromium reads commands from descriptor 3 and answers on 4; a shell puts our pipes there and then becomes the browser.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" 3<&0 4>&1 </dev/null >/dev/null", browser])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in Switches)
        {
            start.ArgumentList.Add(argument);
        }
        start.ArgumentList.Add("--user-data-dir=" + profile.FullName);
        if (Environment.IsPrivilegedProcess)
        {
            // As root Chromium refuses to start with its sandbox.
            start.ArgumentList.Add("--no-sandbox");
        }
        start.ArgumentList.Add("about:blank");
        start.Environment["TZ"] = "UTC";
        start.Environment["TMPDIR"] = profile.FullName;
        try
        {
            return new BrowserProcess(Process.Start(start)!, profile);
        }
        catch (Win32Exception e)
        {
            profile.Delete(recursive: true);
            throw new RenderingException($"浏览器“{browser}”无法启动：{e.Message}", e);
        }
    }

    /// <summary>Asks the browser to go by closing its pipe, and ends it when it does not.</summary>
    public async ValueTask DisposeAsync()
    {
        await Connection.DisposeAsync().ConfigureAwait(false);
        using var patience = new CancellationTokenSource(GoodbyeLimit);
        try
        {
            await process.WaitForExitAsync(patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await KillAsync().ConfigureAwait(false);
        }
        process.Dispose();
        await DeleteProfileAsync().ConfigureAwait(false);
    }

    /// <summary>Ends the browser and its children at once.</summary>
    public async Task KillAsync()
    {
        try
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (InvalidOperationException)
        {
            // It had ended already.
        }
    }

    /// <summary>The last line that the browser wrote before it ended, for the error message.</summary>
    public async Task<string> LastWordsAsync()
    {
        var text = await messages.WaitAsync(GoodbyeLimit).ConfigureAwait(false);
        return text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "";
    }

    private async Task DeleteProfileAsync()
    {
        // A child may still be writing its last file when the browser has gone.
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                profile.Delete(recursive: true);
                return;
            }
            catch (DirectoryNotFoundException)
            {
                return;
            }
            catch (IOException) when (attempt < 20)
            {
                await Task.Delay(50).ConfigureAwait(false);
            }
        }
    }
}
