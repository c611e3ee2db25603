namespace FinalAccounts.Service.Hosting;

/// <summary>What the administrator configures, section FinalAccounts of the configuration (environment FinalAccounts__…).</summary>
public sealed class ServiceOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "FinalAccounts";

    /// <summary>Where templates/ and samples/ stand.</summary>
    public string Home { get; set; } = "";

    /// <summary>The folder of the embedded database and of exported files; created when missing.</summary>
    public string Data { get; set; } = "";

    /// <summary>The set used by units that name none.</summary>
    public string DefaultTemplateSet { get; set; } = "hubei-2023";

    /// <summary>web, worker or both, divided by commas.</summary>
    public string Roles { get; set; } = "web,worker";

    /// <summary>How many documents one worker process makes at a time; each takes a browser.</summary>
    public int Parallel { get; set; } = 1;

    /// <summary>How long one run may take before it is ended as failed.</summary>
    public TimeSpan RunTimeLimit { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Whether this process answers HTTP.</summary>
    public bool IsWeb => Has("web");

    /// <summary>Whether this process takes runs.</summary>
    public bool IsWorker => Has("worker");

    private bool Has(string role) => Roles.Split(',', StringSplitOptions.TrimEntries).Contains(role, StringComparer.OrdinalIgnoreCase);
}
