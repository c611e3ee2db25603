using FinalAccounts.Service.People;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FinalAccounts.Service.Store;

internal sealed class UnitRows : IEntityTypeConfiguration<Unit>
{
    public void Configure(EntityTypeBuilder<Unit> builder)
    {
        builder.HasIndex(unit => unit.Code).IsUnique();
        builder.Property(unit => unit.Code).HasMaxLength(40);
        builder.Property(unit => unit.Name).HasMaxLength(200);
        builder.HasOne(unit => unit.Parent).WithMany().HasForeignKey(unit => unit.ParentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ArtifactRows : IEntityTypeConfiguration<Artifact>
{
    public void Configure(EntityTypeBuilder<Artifact> builder)
    {
        builder.HasKey(artifact => artifact.Sha256);
        builder.Property(artifact => artifact.Sha256).HasMaxLength(64);
    }
}

internal sealed class ImportRows : IEntityTypeConfiguration<DataImport>
{
    public void Configure(EntityTypeBuilder<DataImport> builder)
    {
        builder.HasIndex(import => new { import.UnitId, import.Year, import.Number }).IsUnique();
        builder.HasOne(import => import.Unit).WithMany().HasForeignKey(import => import.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(import => import.Files).WithOne().HasForeignKey(file => file.ImportId);
        builder.HasOne<Artifact>().WithMany().HasForeignKey(import => import.AccountsSha256).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ImportedFileRows : IEntityTypeConfiguration<ImportedFile>
{
    public void Configure(EntityTypeBuilder<ImportedFile> builder) =>
        builder.HasOne<Artifact>().WithMany().HasForeignKey(file => file.Sha256).OnDelete(DeleteBehavior.Restrict);
}

internal sealed class DeliveryRows : IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<Delivery> builder)
    {
        builder.Property(delivery => delivery.Id).ValueGeneratedNever();
        builder.HasMany(delivery => delivery.Files).WithOne().HasForeignKey(file => file.DeliveryId);
    }
}

internal sealed class DeliveredFileRows : IEntityTypeConfiguration<DeliveredFile>
{
    public void Configure(EntityTypeBuilder<DeliveredFile> builder)
    {
        builder.HasOne<Artifact>().WithMany().HasForeignKey(file => file.Sha256).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(file => file.Unit).WithMany().HasForeignKey(file => file.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(file => file.Import).WithMany().HasForeignKey(file => file.ImportId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DocumentReviewRows : IEntityTypeConfiguration<DocumentReview>
{
    public void Configure(EntityTypeBuilder<DocumentReview> builder)
    {
        builder.HasOne<Artifact>().WithMany().HasForeignKey(review => review.Sha256).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Artifact>().WithMany().HasForeignKey(review => review.ReportSha256).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Artifact>().WithMany().HasForeignKey(review => review.AccountsSha256).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CorrectionRows : IEntityTypeConfiguration<Correction>
{
    public void Configure(EntityTypeBuilder<Correction> builder)
    {
        builder.HasIndex(correction => new { correction.UnitId, correction.Year });
        builder.HasOne<Unit>().WithMany().HasForeignKey(correction => correction.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CheckedDataRows : IEntityTypeConfiguration<CheckedData>
{
    public void Configure(EntityTypeBuilder<CheckedData> builder)
    {
        builder.HasKey(known => new { known.UnitId, known.Year });
        builder.Property(known => known.AccountsSha256).HasMaxLength(64);
        builder.Property(known => known.TemplateSetHash).HasMaxLength(64);
        builder.HasOne<Unit>().WithMany().HasForeignKey(known => known.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RunRows : IEntityTypeConfiguration<Run>
{
    public void Configure(EntityTypeBuilder<Run> builder)
    {
        builder.Property(run => run.Id).ValueGeneratedNever();
        builder.HasIndex(run => new { run.State, run.ClaimedUntil });
        builder.HasIndex(run => new { run.UnitId, run.Year, run.RequestedAt });
        builder.HasIndex(run => new { run.BatchId, run.UnitId }).IsUnique();
        builder.HasOne(run => run.Unit).WithMany().HasForeignKey(run => run.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(run => run.Batch).WithMany(batch => batch.Runs).HasForeignKey(run => run.BatchId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(run => run.Edition).WithMany().HasForeignKey(run => run.EditionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class BatchRows : IEntityTypeConfiguration<Batch>
{
    public void Configure(EntityTypeBuilder<Batch> builder)
    {
        builder.Property(batch => batch.Id).ValueGeneratedNever();
        builder.HasIndex(batch => new { batch.ScheduleId, batch.DueAt }).IsUnique();
        builder.HasOne<Schedule>().WithMany().HasForeignKey(batch => batch.ScheduleId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class EditionRows : IEntityTypeConfiguration<Edition>
{
    public void Configure(EntityTypeBuilder<Edition> builder)
    {
        builder.HasIndex(edition => new { edition.UnitId, edition.Year, edition.Number }).IsUnique();
        builder.HasIndex(edition => new { edition.UnitId, edition.Year, edition.InputsHash }).IsUnique();
        builder.Property(edition => edition.InputsHash).HasMaxLength(64);

        // Who decides on a state that somebody else has just changed is told so; and one edition at most is published.
        builder.Property(edition => edition.State).IsConcurrencyToken();
        builder.HasIndex(edition => new { edition.UnitId, edition.Year }, "IX_Editions_Published").IsUnique().HasFilter("\"State\" = 'Published'");
        builder.HasOne(edition => edition.Unit).WithMany().HasForeignKey(edition => edition.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<DataImport>().WithMany().HasForeignKey(edition => edition.ImportId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(edition => edition.Files).WithOne().HasForeignKey(file => file.EditionId);
        builder.HasMany(edition => edition.Events).WithOne().HasForeignKey(change => change.EditionId);
        builder.HasOne<Artifact>().WithMany().HasForeignKey(edition => edition.AccountsSha256).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Artifact>().WithMany().HasForeignKey(edition => edition.TemplatesSha256).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Artifact>().WithMany().HasForeignKey(edition => edition.TextSha256).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class EditionFileRows : IEntityTypeConfiguration<EditionFile>
{
    public void Configure(EntityTypeBuilder<EditionFile> builder)
    {
        builder.HasIndex(file => new { file.EditionId, file.Format, file.Draft }).IsUnique();
        builder.HasOne<Artifact>().WithMany().HasForeignKey(file => file.Sha256).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TemplateVersionRows : IEntityTypeConfiguration<TemplateVersion>
{
    public void Configure(EntityTypeBuilder<TemplateVersion> builder)
    {
        builder.HasIndex(version => new { version.Set, version.Path, version.Number }).IsUnique();
        builder.HasIndex(version => version.ProposalId);
        builder.HasIndex(version => new { version.Set, version.Path, version.Follows }).IsUnique();
        builder.HasOne<TemplateProposal>().WithMany().HasForeignKey(version => version.ProposalId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TemplateProposalRows : IEntityTypeConfiguration<TemplateProposal>
{
    public void Configure(EntityTypeBuilder<TemplateProposal> builder)
    {
        builder.Property(proposal => proposal.Id).ValueGeneratedNever();
        builder.HasIndex(proposal => new { proposal.State, proposal.At });
        builder.HasIndex(proposal => new { proposal.Set, proposal.By });

        // Who decides on what somebody else has just decided is told so.
        builder.Property(proposal => proposal.State).IsConcurrencyToken();
    }
}

internal sealed class TemplateDraftRows : IEntityTypeConfiguration<TemplateDraft>
{
    public void Configure(EntityTypeBuilder<TemplateDraft> builder)
    {
        builder.HasIndex(draft => new { draft.Set, draft.Path, draft.By }).IsUnique();
        builder.Property(draft => draft.Revision).IsConcurrencyToken();
    }
}

internal sealed class TemplateSuggestionRows : IEntityTypeConfiguration<TemplateSuggestion>
{
    public void Configure(EntityTypeBuilder<TemplateSuggestion> builder)
    {
        builder.HasIndex(suggestion => new { suggestion.Set, suggestion.Path });
        builder.Property(suggestion => suggestion.Revision).IsConcurrencyToken();
    }
}

internal sealed class TemplatePresenceRows : IEntityTypeConfiguration<TemplatePresence>
{
    public void Configure(EntityTypeBuilder<TemplatePresence> builder) => builder.HasKey(presence => new { presence.Set, presence.Path, presence.By });
}

internal sealed class AuditRows : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.HasIndex(entry => entry.At);
        builder.Property(entry => entry.Hash).HasMaxLength(64);
    }
}

internal sealed class ApiTokenRows : IEntityTypeConfiguration<ApiToken>
{
    public void Configure(EntityTypeBuilder<ApiToken> builder) => builder.HasIndex(token => token.Sha256).IsUnique();
}

internal sealed class UnitGrantRows : IEntityTypeConfiguration<UnitGrant>
{
    public void Configure(EntityTypeBuilder<UnitGrant> builder)
    {
        builder.HasIndex(grant => grant.PersonId);
        builder.HasIndex(grant => grant.TokenId);
        builder.Property(grant => grant.Role).HasMaxLength(32);
        builder.HasOne<Person>().WithMany().HasForeignKey(grant => grant.PersonId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<ApiToken>().WithMany(token => token.Grants).HasForeignKey(grant => grant.TokenId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(grant => grant.Unit).WithMany().HasForeignKey(grant => grant.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}
