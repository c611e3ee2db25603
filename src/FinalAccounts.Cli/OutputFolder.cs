using FinalAccounts.Manifests;

namespace FinalAccounts.Cli;

/// <summary>The folder of one unit and year. Files appear all together or not at all: they are written beside it and moved in when complete.</summary>
internal sealed class OutputFolder(string root, int year, string unit)
{
    /// <summary>output/2023/某某局（本级）.</summary>
    public string Path { get; } = System.IO.Path.Combine(root, year.ToString("0000"), SafeFileName.Of(unit));

    /// <summary>Writes the files and their manifest, replacing what an earlier run left; returns their full paths.</summary>
    public IReadOnlyList<string> Write(IReadOnlyList<(string Name, byte[] Bytes)> files, Manifest manifest)
    {
        var staging = Path + ".writing";
        if (Directory.Exists(staging))
        {
            Directory.Delete(staging, recursive: true);
        }

        Directory.CreateDirectory(staging);
        foreach (var (name, bytes) in files)
        {
            File.WriteAllBytes(System.IO.Path.Combine(staging, name), bytes);
        }

        File.WriteAllBytes(System.IO.Path.Combine(staging, "manifest.json"), manifest.ToJson());
        var former = Path + ".former";
        if (Directory.Exists(former))
        {
            Directory.Delete(former, recursive: true);
        }

        if (Directory.Exists(Path))
        {
            Directory.Move(Path, former);
        }

        Directory.Move(staging, Path);
        if (Directory.Exists(former))
        {
            Directory.Delete(former, recursive: true);
        }

        return [.. files.Select(file => System.IO.Path.Combine(Path, file.Name))];
    }
}
