using FinalAccounts.Import;

namespace FinalAccounts.Service.Units;

/// <summary>A file as a form sent it.</summary>
internal static class UploadedFile
{
    /// <summary>The whole file; its name without any folder that a browser may have sent.</summary>
    public static async Task<ImportFile> ReadAsync(IFormFile file, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream((int)Math.Min(file.Length, ImportLimits.FileBytes));
        await file.CopyToAsync(bytes, cancellation);
        var name = file.FileName[(file.FileName.LastIndexOfAny(['/', '\\']) + 1)..];
        return new ImportFile(name.Length > 0 ? name : "文件", bytes.ToArray());
    }
}
