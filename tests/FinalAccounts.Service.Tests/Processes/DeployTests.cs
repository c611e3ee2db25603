using System.Diagnostics;
using System.Text.RegularExpressions;
using FinalAccounts.Service.Settings;

namespace FinalAccounts.Service.Tests.Processes;

/// <summary>The files of deploy/ as they are shipped.</summary>
[Collection(ProcessTests.Name)]
public sealed partial class DeployTests(PostgresCluster cluster)
{
    [Fact]
    public async Task ExampleConfigurationAndTheUnitsCommandLinesStartWebAndWorker()
    {
        var settings = Settings();
        var connection = settings["ConnectionStrings__FinalAccounts"];
        Assert.Equal("127.0.0.1", new Npgsql.NpgsqlConnectionStringBuilder(connection).Host);
        settings["ConnectionStrings__FinalAccounts"] = cluster.CreateDatabase();
        var environment = "export " + string.Join(' ', settings.Select(setting => $"{setting.Key}='{setting.Value}'"));
        await using var web = await ServeProcess.StartAsync(Serve("finalaccounts-web.service").Select(argument => argument.Replace(":5000", ":0", StringComparison.Ordinal)), environment);
        await using var worker = await ServeProcess.StartAsync(Serve("finalaccounts-worker@.service"), environment);
        using var client = ApiTests.Client(web.Address, null);
        client.DefaultRequestHeaders.Host = settings["FinalAccounts__Hosts"];
        Assert.Equal("Healthy", await client.GetStringAsync("/readyz"));
        Assert.Matches("一次性密码：[A-Za-z0-9]{16}（", web.Said);
        await worker.StopAsync();
        await web.StopAsync();
        Assert.Equal((0, 0), (web.ExitCode, worker.ExitCode));
    }

    [Fact]
    public void EverySettingOfTheExampleIsOneThatTheProgramHas()
    {
        // Who is answered and believed is asked for before there are options.
        var names = Names(typeof(ServiceOptions), "FinalAccounts__").Concat(["FinalAccounts__Hosts", "FinalAccounts__Proxies"]).ToHashSet();
        Assert.All(
            Settings(withCommented: true).Keys.Where(name => name.StartsWith("FinalAccounts__", StringComparison.Ordinal)), name => Assert.Contains(name, names));
        var documented = File.ReadAllText(Repository.PathOf("docs", "service.md"));
        var missing = names.Select(name => name["FinalAccounts__".Length..]).Except(["Home", "TemplateFolder", "DatabaseFile", "IsWeb", "IsWorker"]).Where(name => !documented.Contains($"`{name}`", StringComparison.Ordinal));
        Assert.Empty(missing);
    }

    // Groups of settings are classes of their own.
    private static IEnumerable<string> Names(Type options, string prefix) => options.GetProperties().SelectMany(property =>
        property.PropertyType is { IsClass: true } type && type.Namespace == typeof(ServiceOptions).Namespace ? Names(type, $"{prefix}{property.Name}__")
        : prefix == "FinalAccounts__" || property.CanWrite ? [prefix + property.Name] : []);

    [Fact]
    public void UnitsAreWhatSystemdUnderstands()
    {
        if (!File.Exists("/usr/bin/systemd-analyze"))
        {
            Console.WriteLine("systemd-analyze is missing (Debian: systemd): the units were not verified");
            return;
        }

        // A template is verified as one of its instances.
        var folder = Directory.CreateTempSubdirectory();
        File.Copy(Repository.PathOf("deploy", "finalaccounts-web.service"), Path.Combine(folder.FullName, "finalaccounts-web.service"));
        File.Copy(Repository.PathOf("deploy", "finalaccounts-worker@.service"), Path.Combine(folder.FullName, "finalaccounts-worker@1.service"));
        var start = new ProcessStartInfo("/usr/bin/systemd-analyze", ["verify", .. Directory.GetFiles(folder.FullName)]) { RedirectStandardError = true };
        using var verify = Process.Start(start)!;
        var said = verify.StandardError.ReadToEnd();
        verify.WaitForExit();
        folder.Delete(recursive: true);

        // Where dotnet stands is this machine's affair.
        var complaints = said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line.Contains("finalaccounts", StringComparison.Ordinal) && !line.Contains("is not executable", StringComparison.Ordinal));
        Assert.Empty(complaints);
    }

    // As systemd reads an EnvironmentFile.
    private static Dictionary<string, string> Settings(bool withCommented = false) => File.ReadLines(Repository.PathOf("deploy", "finalaccounts.env.example"))
        .Select(line => Setting().Match(line)).Where(match => match.Success && (withCommented || match.Groups[1].Length == 0))
        .ToDictionary(match => match.Groups[2].Value, match => match.Groups[3].Value);

    // What follows "serve" in ExecStart.
    private static string[] Serve(string unit) => File.ReadLines(Repository.PathOf("deploy", unit)).Single(line => line.StartsWith("ExecStart=", StringComparison.Ordinal)).Split(" serve ")[1].Split(' ');

    [GeneratedRegex("^(#?)([A-Za-z_]+)=(.*)$")]
    private static partial Regex Setting();
}
