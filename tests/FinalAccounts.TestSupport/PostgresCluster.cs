using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Npgsql;

namespace FinalAccounts.TestSupport;

/// <summary>A PostgreSQL of its own on a free port of the loopback address, thrown away at the end, also when the run before was killed.</summary>
public sealed class PostgresCluster : IDisposable
{
    private const string Prefix = "finalaccounts-pg-";
    private const string User = "finalaccounts";

    // PostgreSQL refuses to run as root; Debian's package brings this user.
    private const string ServiceUser = "postgres";

    private readonly string folder;
    private readonly string password = RandomNumberGenerator.GetHexString(24);
    private int databases;
    private string? prepared;

    public PostgresCluster()
    {
        RemoveLeftovers();
        Port = FreePort();
        folder = Path.Combine(Path.GetTempPath(), $"{Prefix}{Environment.ProcessId}-{Port}");
        Directory.CreateDirectory(folder);
        var passwordFile = Path.Combine(folder, "password");
        File.WriteAllText(passwordFile, password);
        if (Environment.IsPrivilegedProcess)
        {
            Run("chown", "-R", ServiceUser, folder);
        }

        AsService("initdb", "-D", Data, "-U", User, "-A", "scram-sha-256", "--pwfile", passwordFile, "--no-sync", "-E", "UTF8", "--locale=C");
        Start();
    }

    public int Port { get; }

    /// <summary>The server's first process, the parent of all others.</summary>
    public int ProcessId => int.Parse(File.ReadLines(Path.Combine(Data, "postmaster.pid")).First(), System.Globalization.CultureInfo.InvariantCulture);

    public string Password => password;

    /// <summary>Where pg_dump and the like stand.</summary>
    public static string Programs { get; } = Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).Where(bin => File.Exists(Path.Combine(bin, "initdb")))
            .OrderByDescending(bin => bin, StringComparer.Ordinal).First()
        : throw new InvalidOperationException("PostgreSQL is missing; ./test.sh installs it (Debian: postgresql)");

    private string Data => Path.Combine(folder, "data");

    public void Start() => AsService(
        "pg_ctl", "-D", Data, "-w", "-t", "60", "-l", Path.Combine(folder, "log"),
        "-o", $"-p {Port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off -c max_connections=200", "start");

    public void Stop() => AsService("pg_ctl", "-D", Data, "-w", "-m", "immediate", "stop");

    /// <summary>The connection string of a fresh database.</summary>
    public string CreateDatabase() => Create("template0");

    /// <summary>The connection string of a copy of the database that was prepared once: a fraction of the time of preparing each.</summary>
    public async Task<string> CreateDatabaseAsync(Func<string, Task> prepare)
    {
        if (prepared is null)
        {
            var first = Create("template0");
            await prepare(first);

            // A database is copied only when nobody is connected to it.
            NpgsqlConnection.ClearAllPools();
            prepared = new NpgsqlConnectionStringBuilder(first).Database;
        }

        return Create(prepared!);
    }

    public string ConnectionTo(string database) => $"Host=127.0.0.1;Port={Port};Username={User};Password={password};Database={database};Maximum Pool Size=30";

    private string Create(string template)
    {
        var name = $"fa{Interlocked.Increment(ref databases)}";
        using var connection = new NpgsqlConnection(ConnectionTo("postgres"));
        connection.Open();
        using var command = new NpgsqlCommand($"CREATE DATABASE {name} TEMPLATE {template}", connection);
        command.ExecuteNonQuery();
        return ConnectionTo(name);
    }

    public void Dispose()
    {
        NpgsqlConnection.ClearAllPools();
        Remove(folder);
    }

    private static void RemoveLeftovers()
    {
        foreach (var left in Directory.GetDirectories(Path.GetTempPath(), Prefix + "*"))
        {
            var owner = int.Parse(Path.GetFileName(left)[Prefix.Length..].Split('-')[0]);
            if (!Directory.Exists($"/proc/{owner}"))
            {
                Remove(left);
            }
        }
    }

    private static void Remove(string folder)
    {
        if (File.Exists(Path.Combine(folder, "data", "postmaster.pid")))
        {
            try
            {
                AsService("pg_ctl", "-D", Path.Combine(folder, "data"), "-w", "-m", "immediate", "stop");
            }
            catch (InvalidOperationException)
            {
                // The server of a killed run may be gone already and only its file be left.
            }
        }

        Directory.Delete(folder, recursive: true);
    }

    private static void AsService(string program, params string[] arguments)
    {
        var path = Path.Combine(Programs, program);
        if (Environment.IsPrivilegedProcess)
        {
            Run("runuser", ["-u", ServiceUser, "--", path, .. arguments]);
        }
        else
        {
            Run(path, arguments);
        }
    }

    // Output goes to a file: a server started this way would keep a pipe open for as long as it runs.
    private static void Run(string program, params string[] arguments)
    {
        var output = Path.GetTempFileName();
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" >\"$FA_OUTPUT\" 2>&1 </dev/null", program, .. arguments]) { WorkingDirectory = "/" };
        start.Environment["FA_OUTPUT"] = output;
        using var process = Process.Start(start)!;
        process.WaitForExit();
        var said = File.ReadAllText(output);
        File.Delete(output);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {said}");
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
