using System.Net;
using System.Net.Sockets;

namespace FinalAccounts.TestSupport;

/// <summary>Stands between a process and its PostgreSQL, and cuts all connections at a chosen message of the process: before the database has it, or after, so that nobody knows whether it was done.</summary>
public sealed class CuttingProxy : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly int database;
    private readonly HashSet<TcpClient> open = [];
    private int left = int.MaxValue;
    private bool forward;

    public CuttingProxy(int database)
    {
        this.database = database;
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = AcceptAsync();
    }

    public int Port { get; }

    /// <summary>Messages of the process so far.</summary>
    public int Messages { get; private set; }

    /// <summary>How often connections were cut.</summary>
    public int Cuts { get; private set; }

    /// <summary>Cuts at the message after so many more.</summary>
    /// <param name="messages">1 for the next.</param>
    /// <param name="arrives">Whether the database still has it.</param>
    public void CutAt(int messages, bool arrives)
    {
        lock (open)
        {
            (left, forward) = (messages, arrives);
        }
    }

    /// <summary>Cuts nothing that was not cut yet.</summary>
    public void Leave() => CutAt(int.MaxValue, false);

    public void Dispose()
    {
        listener.Stop();
        CutAll();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            try
            {
                _ = ServeAsync(await listener.AcceptTcpClientAsync());
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(TcpClient process)
    {
        using var server = new TcpClient { NoDelay = true };
        process.NoDelay = true;
        lock (open)
        {
            open.UnionWith([process, server]);
        }

        try
        {
            await server.ConnectAsync(IPAddress.Loopback, database);
            await Task.WhenAny(CopyAsync(process.GetStream(), server.GetStream(), counted: true), CopyAsync(server.GetStream(), process.GetStream(), counted: false));
        }
        catch (Exception exception) when (exception is SocketException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            // One side is gone; so is the other from here.
        }
        finally
        {
            lock (open)
            {
                open.ExceptWith([process, server]);
            }

            process.Dispose();
        }
    }

    private async Task CopyAsync(NetworkStream from, NetworkStream to, bool counted)
    {
        var buffer = new byte[65536];
        try
        {
            while (await from.ReadAsync(buffer) is > 0 and var read)
            {
                var (cut, arrives) = counted ? Count() : (false, true);
                if (arrives)
                {
                    await to.WriteAsync(buffer.AsMemory(0, read));
                }

                if (cut)
                {
                    CutAll();
                    return;
                }
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // As above.
        }
    }

    private (bool Cut, bool Arrives) Count()
    {
        lock (open)
        {
            Messages++;
            if (left == int.MaxValue || --left > 0)
            {
                return (false, true);
            }

            left = int.MaxValue;
            Cuts++;
            return (true, forward);
        }
    }

    /// <summary>Cuts all connections now.</summary>
    public void CutAll()
    {
        lock (open)
        {
            foreach (var client in open)
            {
                client.Close();
            }
        }
    }
}
