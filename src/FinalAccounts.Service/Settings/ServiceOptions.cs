using FinalAccounts.Rendering;

namespace FinalAccounts.Service.Settings;

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

    /// <summary>Seconds of processor time that reading one uploaded workbook may take.</summary>
    public int ReadingSeconds { get; set; } = new Reading.ReadingLimits().Seconds;

    /// <summary>Megabytes of memory that reading one uploaded workbook may take.</summary>
    public int ReadingMegabytes { get; set; } = new Reading.ReadingLimits().Megabytes;

    /// <summary>How many uploaded workbooks are read at the same time, each in a process of its own.</summary>
    public int Readers { get; set; } = new Reading.ReadingLimits().Processes;

    /// <summary>How long one run may take before it is ended as failed.</summary>
    public TimeSpan RunTimeLimit { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The files of an edition: docx, pdf, html, xlsx, divided by commas.</summary>
    public string Formats { get; set; } = "docx,pdf,html,xlsx";

    /// <summary>The folder of the static site that published editions are put on; null for none.</summary>
    public string? Site { get; set; }

    /// <summary>Where that site will stand (https://…/), for its map and feeds; null when that is not known.</summary>
    public string? SiteAddress { get; set; }

    /// <summary>How often a run is taken up again after its worker died or its browser broke, counting the first time.</summary>
    public int MaxAttempts { get; set; } = 3;

    /// <summary>How long a worker's claim on a run outlives the worker.</summary>
    public TimeSpan ClaimTime { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often abandoned runs and due schedules are looked for.</summary>
    public TimeSpan SweepEvery { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The PEM file of the key (ECDSA P-256) that signs the manifests of published editions; null for none.</summary>
    public string? SigningKey { get; set; }

    /// <summary>PEM files of keys that signed before, divided by commas; the public part is enough.</summary>
    public string? FormerKeys { get; set; }

    /// <summary>Node's file, which runs the typesetting; null to look for it.</summary>
    public string? Node { get; set; }

    /// <summary>Whether the first start brings samples/whdh-2023; null: only into the embedded database.</summary>
    public bool? Sample { get; set; }

    /// <summary>The first administrator's password in place of one made up; it must be changed at the first sign-in all the same.</summary>
    public string? FirstPassword { get; set; }

    /// <summary>Where people open this service (https://…), for links in e-mails and group chats; null: without links.</summary>
    public string? PublicAddress { get; set; }

    public MailOptions Mail { get; set; } = new();

    public RobotOptions Robots { get; set; } = new();

    /// <summary>What reading an uploaded workbook may take.</summary>
    internal Reading.ReadingLimits Reading => new(ReadingSeconds, ReadingMegabytes, Readers);

    /// <summary>The files of an edition, read.</summary>
    internal OutputFormats OutputFormats => OutputFormatNames.TryParse(Formats, out var formats, out _) ? formats : OutputFormats.None;

    /// <summary>The template sets that come with the program.</summary>
    public string TemplateFolder => Path.Combine(Home, "templates");

    /// <summary>The embedded database.</summary>
    public string DatabaseFile => Path.Combine(Data, "final-accounts.db");

    /// <summary>Whether this process answers HTTP.</summary>
    public bool IsWeb => Has("web");

    /// <summary>Whether this process takes runs.</summary>
    public bool IsWorker => Has("worker");

    /// <summary>Refuses what cannot be meant.</summary>
    /// <exception cref="StartupException">Says which setting is wrong.</exception>
    public void Validate()
    {
        if (!IsWeb && !IsWorker)
        {
            throw new StartupException($"角色“{Roles}”不对。可用：web、worker，或 web,worker。");
        }

        if (!OutputFormatNames.TryParse(Formats, out _, out var message))
        {
            throw new StartupException($"FinalAccounts__Formats：{message}");
        }

        if (ReadingSeconds < 1 || ReadingMegabytes < 64 || Readers < 1)
        {
            throw new StartupException("FinalAccounts__ReadingSeconds 和 FinalAccounts__Readers 至少是 1，FinalAccounts__ReadingMegabytes 至少是 64。");
        }

        if (PublicAddress is not null && !(Uri.TryCreate(PublicAddress, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"))
        {
            throw new StartupException($"FinalAccounts__PublicAddress：“{PublicAddress}”不是网址。请写大家打开本服务的地址，例如 https://juesuan.example.cn。");
        }

        Mail.Validate();
        if (Parallel < 1 || MaxAttempts < 1 || RunTimeLimit <= TimeSpan.Zero || ClaimTime < TimeSpan.FromSeconds(3) || SweepEvery <= TimeSpan.Zero)
        {
            throw new StartupException("FinalAccounts__Parallel 和 FinalAccounts__MaxAttempts 至少是 1；RunTimeLimit 和 SweepEvery 大于零；ClaimTime 至少 3 秒。");
        }
    }

    private bool Has(string role) => Roles.Split(',', StringSplitOptions.TrimEntries).Contains(role, StringComparer.OrdinalIgnoreCase);
}
