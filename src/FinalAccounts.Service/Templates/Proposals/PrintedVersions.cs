using FinalAccounts.Service.Templates.Workbench;

namespace FinalAccounts.Service.Templates.Proposals;

/// <summary>What versions of a section print for one unit: what its readers would have read.</summary>
public sealed class PrintedVersions(PreviewSources sources)
{
    /// <summary>How many of the latest versions are printed.</summary>
    public const int Most = 12;

    /// <summary>The printed text by the version's number, a paragraph a line; without those that had no text, or did not end in time.</summary>
    public async Task<IReadOnlyDictionary<int, string>> OfAsync(string set, string path, UnitChoice unit, IReadOnlyList<FileVersion> versions, CancellationToken cancellation)
    {
        var printed = new Dictionary<int, string>();
        if ((await sources.OfAsync(set, unit.Code, unit.Year, cancellation)).Source is not { } source)
        {
            return printed;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(PreviewTurns.TimeLimit);
        try
        {
            foreach (var version in versions.Where(version => version.Text is not null).Take(Most))
            {
                printed[version.Number] = await Task.Run(() => TextSearch.Text(source.With(narrator => narrator.Narrate(path, new Dictionary<string, string> { [path] = version.Text! }, limit.Token))), limit.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // The versions that were in time are shown.
        }

        return printed;
    }
}
