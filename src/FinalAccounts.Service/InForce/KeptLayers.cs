namespace FinalAccounts.Service.InForce;

/// <summary>The layers as they were read last, for all requests until a shipped file or what is published is another. One reads, the others wait for it.</summary>
public sealed class KeptLayers : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);
    private volatile Kept? kept;

    /// <summary>The layers of this stamp.</summary>
    /// <param name="stamp">Of what is there now, taken before it is read: a change in between makes them read once more.</param>
    public async Task<TemplateLayers> OfAsync(string stamp, Func<Task<TemplateLayers>> read, CancellationToken cancellation)
    {
        if (kept is { } known && known.Stamp == stamp)
        {
            return known.Layers;
        }

        await turn.WaitAsync(cancellation);
        try
        {
            return (kept is { } other && other.Stamp == stamp ? other : kept = new Kept(stamp, await read())).Layers;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private sealed record Kept(string Stamp, TemplateLayers Layers);
}
