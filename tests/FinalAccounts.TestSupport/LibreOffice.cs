using System.Diagnostics;

namespace FinalAccounts.TestSupport;

/// <summary>LibreOffice as a second reader of what is written; test.sh installs it.</summary>
public static class LibreOffice
{
    /// <summary>A file converted.</summary>
    /// <param name="name">With the extension that tells what it is.</param>
    /// <param name="target">The extension, and the filter where it needs one: csv:Text - txt - csv (StarCalc):44,34.</param>
    public static async Task<byte[]> ConvertAsync(byte[] file, string name, string target)
    {
        var folder = Directory.CreateTempSubdirectory("libreoffice-");
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, name), file);
            using var process = Process.Start(new ProcessStartInfo("soffice")
            {
                ArgumentList = { $"-env:UserInstallation={new Uri(Path.Combine(folder.FullName, "profile"))}", "--headless", "--convert-to", target, name },
                WorkingDirectory = folder.FullName,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
            try
            {
                await process.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                throw;
            }

            var converted = Path.Combine(folder.FullName, Path.ChangeExtension(name, target.Split(':')[0]));
            return File.Exists(converted) ? await File.ReadAllBytesAsync(converted) : throw new InvalidOperationException(await output + await errors);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
