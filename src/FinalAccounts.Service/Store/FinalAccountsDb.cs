using FinalAccounts.Service.People;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FinalAccounts.Service.Store;

/// <summary>Everything the service keeps. One model, two providers: <see cref="PostgresDb"/> in production, <see cref="SqliteDb"/> embedded.</summary>
public abstract partial class FinalAccountsDb(DbContextOptions options) : IdentityDbContext<Person, Role, long>(options), IDataProtectionKeyContext
{
    /// <summary>Budget units.</summary>
    public DbSet<Unit> Units => Set<Unit>();

    /// <summary>Bytes by hash.</summary>
    public DbSet<Artifact> Artifacts => Set<Artifact>();

    /// <summary>Hand-ins of data.</summary>
    public DbSet<DataImport> Imports => Set<DataImport>();

    /// <summary>Workbooks of many units handed in at once.</summary>
    public DbSet<Delivery> Deliveries => Set<Delivery>();

    /// <summary>Corrections over imports.</summary>
    public DbSet<Correction> Corrections => Set<Correction>();

    /// <summary>What the checks say of the data in force.</summary>
    public DbSet<CheckedData> Checks => Set<CheckedData>();

    /// <summary>Generations.</summary>
    public DbSet<Run> Runs => Set<Run>();

    /// <summary>Runs of runs.</summary>
    public DbSet<Batch> Batches => Set<Batch>();

    /// <summary>When batches start by themselves.</summary>
    public DbSet<Schedule> Schedules => Set<Schedule>();

    /// <summary>Generated disclosures.</summary>
    public DbSet<Edition> Editions => Set<Edition>();

    /// <summary>Versions of template files made in the workbench.</summary>
    public DbSet<TemplateVersion> TemplateVersions => Set<TemplateVersion>();

    /// <summary>Changes of template sets on their way.</summary>
    public DbSet<TemplateProposal> TemplateProposals => Set<TemplateProposal>();

    /// <summary>Template texts being written.</summary>
    public DbSet<TemplateDraft> TemplateDrafts => Set<TemplateDraft>();

    /// <summary>Changes of templates that somebody suggests to those who write them.</summary>
    public DbSet<TemplateSuggestion> TemplateSuggestions => Set<TemplateSuggestion>();

    /// <summary>Who has which section open.</summary>
    public DbSet<TemplatePresence> TemplatePresences => Set<TemplatePresence>();

    /// <summary>Published documents that were audited.</summary>
    public DbSet<DocumentReview> Reviews => Set<DocumentReview>();

    /// <summary>What is said to people and robots.</summary>
    public DbSet<Notice> Notices => Set<Notice>();

    /// <summary>How people want to be told.</summary>
    public DbSet<NoticeChoice> NoticeChoices => Set<NoticeChoice>();

    /// <summary>Robots of group chats.</summary>
    public DbSet<Robot> Robots => Set<Robot>();

    /// <summary>What people say about units' years.</summary>
    public DbSet<Comment> Comments => Set<Comment>();

    /// <summary>What was done by whom.</summary>
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    /// <summary>Tokens of the bureau's systems.</summary>
    public DbSet<ApiToken> ApiTokens => Set<ApiToken>();

    /// <summary>Where roles and scopes hold.</summary>
    public DbSet<UnitGrant> UnitGrants => Set<UnitGrant>();

    /// <summary>Keys of cookies and antiforgery tokens, shared by all web processes.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Saves; entries of the audit log are chained in the transaction of the change that they tell of.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var entries = Recorded();
        if (entries.Count == 0)
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        await using var own = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancellationToken) : null;
        await AuditChain.ChainAsync(this, entries, cancellationToken);
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (own is not null)
        {
            await own.CommitAsync(cancellationToken);
        }

        return saved;
    }

    /// <summary>For frameworks that save their own; entries of the audit log are saved asynchronously.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) => Recorded().Count == 0
        ? base.SaveChanges(acceptAllChangesOnSuccess)
        : throw new InvalidOperationException("entries of the audit log are saved with SaveChangesAsync");

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        Rows.Configure(builder);
        FilterRows(builder);
    }

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
    {
        // Files and events are reached through what they belong to, which has the filter.
        optionsBuilder.ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.PossibleIncorrectRequiredNavigationWithQueryFilterInteractionWarning));
        base.OnConfiguring(optionsBuilder);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // Enums as text: a row can be read by people and survives a reordering of the enum.
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
        base.ConfigureConventions(configurationBuilder);
    }

    // In the order in which they were added, which is the order in which they are stored.
    private List<AuditEntry> Recorded() =>
        [.. ChangeTracker.Entries<AuditEntry>().Where(entry => entry.State == EntityState.Added).OrderBy(entry => entry.Property(audit => audit.Id).CurrentValue).Select(entry => entry.Entity)];
}

/// <summary>PostgreSQL.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : FinalAccountsDb(options);

/// <summary>SQLite.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options) : FinalAccountsDb(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);

        // SQLite has no time with zone and cannot order by one; moments become UTC microseconds.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcMicroseconds>();
    }
}
