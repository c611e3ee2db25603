using FinalAccounts.Service.People;

namespace FinalAccounts.Service.Store;

/// <summary>What the database holds its rows to: keys, indexes, lengths, what belongs to what and what goes with it.</summary>
internal static class Rows
{
    public static void Configure(ModelBuilder model)
    {
        Data(model);
        Editions(model);
        Templates(model);
        Talk(model);
        People(model);
    }

    private static void Data(ModelBuilder model)
    {
        model.Entity<Unit>(rows =>
        {
            rows.HasIndex(unit => unit.Code).IsUnique();
            rows.Property(unit => unit.Code).HasMaxLength(40);
            rows.Property(unit => unit.Name).HasMaxLength(200);
            rows.HasOne(unit => unit.Parent).WithMany().HasForeignKey(unit => unit.ParentId).OnDelete(DeleteBehavior.Restrict);
        });

        model.Entity<Artifact>(rows =>
        {
            rows.HasKey(artifact => artifact.Sha256);
            rows.Property(artifact => artifact.Sha256).HasMaxLength(64);
        });

        model.Entity<DataImport>(rows =>
        {
            rows.HasIndex(import => new { import.UnitId, import.Year, import.Number }).IsUnique();
            rows.HasOne(import => import.Unit).WithMany().HasForeignKey(import => import.UnitId).OnDelete(DeleteBehavior.Restrict);
            rows.HasMany(import => import.Files).WithOne().HasForeignKey(file => file.ImportId);
            rows.HasOne<Artifact>().WithMany().HasForeignKey(import => import.AccountsSha256).OnDelete(DeleteBehavior.Restrict);
        });

        model.Entity<ImportedFile>(rows => rows.HasOne<Artifact>().WithMany().HasForeignKey(file => file.Sha256).OnDelete(DeleteBehavior.Restrict));

        model.Entity<Delivery>(rows =>
        {
            rows.Property(delivery => delivery.Id).ValueGeneratedNever();
            rows.HasMany(delivery => delivery.Files).WithOne().HasForeignKey(file => file.DeliveryId);
        });

        model.Entity<DeliveredFile>(rows =>
        {
            rows.HasOne<Artifact>().WithMany().HasForeignKey(file => file.Sha256).OnDelete(DeleteBehavior.Restrict);
            rows.HasOne(file => file.Unit).WithMany().HasForeignKey(file => file.UnitId).OnDelete(DeleteBehavior.Restrict);
            rows.HasOne(file => file.Import).WithMany().HasForeignKey(file => file.ImportId).OnDelete(DeleteBehavior.Restrict);
        });

        model.Entity<DocumentReview>(rows =>
        {
            rows.HasOne<Artifact>().WithMany().HasForeignKey(review => review.Sha256).OnDelete(DeleteBehavior.Restrict);
            rows.HasOne<Artifact>().WithMany().HasForeignKey(review => review.ReportSha256).OnDelete(DeleteBehavior.Restrict);
            rows.HasOne<Artifact>().WithMany().HasForeignKey(review => review.AccountsSha256).OnDelete(DeleteBehavior.Restrict);
        });

        model.Entity<Correction>(rows =>
        {
            rows.HasIndex(correction => new { correction.UnitId, correction.Year });
            rows.HasOne<Unit>().WithMany().HasForeignKey(correction => correction.UnitId).OnDelete(DeleteBehavior.Restrict);
        });

        model.Entity<CheckedData>(rows =>
        {
            rows.HasKey(known => new { known.UnitId, known.Year });
            rows.Property(known => known.AccountsSha256).HasMaxLength(64);
            rows.Property(known => known.TemplateSetHash).HasMaxLength(64);
            rows.HasOne<Unit>().WithMany().HasForeignKey(known => known.UnitId).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void Editions(ModelBuilder model)
    {
        model.Entity<Run>(rows =>
        {
            rows.Property(run => run.Id).ValueGeneratedNever();
            rows.HasIndex(run => new { run.State, run.ClaimedUntil });
            rows.HasIndex(run => new { run.UnitId, run.Year, run.RequestedAt });
            rows.HasIndex(run => new { run.BatchId, run.UnitId }).IsUnique();
            rows.HasOne(run => run.Unit).WithMany().HasForeignKey(run => run.UnitId).OnDelete(DeleteBehavior.Restrict);
            rows.HasOne(run => run.Batch).WithMany(batch => batch.Runs).HasForeignKey(run => run.BatchId).OnDelete(DeleteBehavior.Restrict);
            rows.HasOne(run => run.Edition).WithMany().HasForeignKey(run => run.EditionId).OnDelete(DeleteBehavior.Restrict);
        });

        model.Entity<Batch>(rows =>
        {
            rows.Property(batch => batch.Id).ValueGeneratedNever();
            rows.HasIndex(batch => new { batch.ScheduleId, batch.DueAt }).IsUnique();
            rows.HasOne<Schedule>().WithMany().HasForeignKey(batch => batch.ScheduleId).OnDelete(DeleteBehavior.Restrict);
        });

        model.Entity<Edition>(rows =>
        {
            rows.HasIndex(edition => new { edition.UnitId, edition.Year, edition.Number }).IsUnique();
            rows.HasIndex(edition => new { edition.UnitId, edition.Year, edition.InputsHash }).IsUnique();
            rows.Property(edition => edition.InputsHash).HasMaxLength(64);

            // Who decides on a state that somebody else has just changed is told so; and one edition at most is published.
            rows.Property(edition => edition.State).IsConcurrencyToken();
            rows.HasIndex(edition => new { edition.UnitId, edition.Year }, "IX_Editions_Published").IsUnique().HasFilter("\"State\" = 'Published'");
            rows.HasOne(edition => edition.Unit).WithMany().HasForeignKey(edition => edition.UnitId).OnDelete(DeleteBehavior.Restrict);
            rows.HasOne<DataImport>().WithMany().HasForeignKey(edition => edition.ImportId).OnDelete(DeleteBehavior.Restrict);
            rows.HasMany(edition => edition.Files).WithOne().HasForeignKey(file => file.EditionId);
            rows.HasMany(edition => edition.Events).WithOne().HasForeignKey(change => change.EditionId);
            rows.HasOne<Artifact>().WithMany().HasForeignKey(edition => edition.AccountsSha256).OnDelete(DeleteBehavior.Restrict);
            rows.HasOne<Artifact>().WithMany().HasForeignKey(edition => edition.TemplatesSha256).OnDelete(DeleteBehavior.Restrict);
            rows.HasOne<Artifact>().WithMany().HasForeignKey(edition => edition.TextSha256).OnDelete(DeleteBehavior.Restrict);
        });

        model.Entity<EditionFile>(rows =>
        {
            rows.HasIndex(file => new { file.EditionId, file.Format, file.Draft }).IsUnique();
            rows.HasOne<Artifact>().WithMany().HasForeignKey(file => file.Sha256).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void Templates(ModelBuilder model)
    {
        model.Entity<TemplateVersion>(rows =>
        {
            rows.HasIndex(version => new { version.Set, version.Path, version.Number }).IsUnique();
            rows.HasIndex(version => version.ProposalId);
            rows.HasIndex(version => new { version.Set, version.Path, version.Follows }).IsUnique();
            rows.HasOne<TemplateProposal>().WithMany().HasForeignKey(version => version.ProposalId).OnDelete(DeleteBehavior.Restrict);
        });

        model.Entity<TemplateProposal>(rows =>
        {
            rows.Property(proposal => proposal.Id).ValueGeneratedNever();
            rows.HasIndex(proposal => new { proposal.State, proposal.At });
            rows.HasIndex(proposal => new { proposal.Set, proposal.By });

            // Who decides on what somebody else has just decided is told so.
            rows.Property(proposal => proposal.State).IsConcurrencyToken();
        });

        model.Entity<TemplateDraft>(rows =>
        {
            rows.HasIndex(draft => new { draft.Set, draft.Path, draft.By }).IsUnique();
            rows.Property(draft => draft.Revision).IsConcurrencyToken();
        });

        model.Entity<TemplateSuggestion>(rows =>
        {
            rows.HasIndex(suggestion => new { suggestion.Set, suggestion.Path });
            rows.Property(suggestion => suggestion.Revision).IsConcurrencyToken();
        });

        model.Entity<TemplatePresence>(rows => rows.HasKey(presence => new { presence.Set, presence.Path, presence.By }));
    }

    private static void Talk(ModelBuilder model)
    {
        model.Entity<Comment>(rows =>
        {
            rows.HasIndex(comment => new { comment.UnitId, comment.Year });
            rows.HasIndex(comment => new { comment.Set, comment.Key });
            rows.Property(comment => comment.Set).HasMaxLength(100);
            rows.Property(comment => comment.Key).HasMaxLength(500);
            rows.HasOne<Unit>().WithMany().HasForeignKey(comment => comment.UnitId).OnDelete(DeleteBehavior.Restrict);
            rows.HasOne<Comment>().WithMany().HasForeignKey(comment => comment.ParentId).OnDelete(DeleteBehavior.Restrict);
        });

        model.Entity<Notice>(rows =>
        {
            // The bell of every page; what is to be sent.
            rows.HasIndex(notice => new { notice.PersonId, notice.Way, notice.ReadAt });
            rows.HasIndex(notice => new { notice.State, notice.NextAt });
            rows.HasIndex(notice => notice.Once).IsUnique();
            rows.Property(notice => notice.Once).HasMaxLength(200);
            rows.HasOne(notice => notice.Unit).WithMany().HasForeignKey(notice => notice.UnitId).OnDelete(DeleteBehavior.Restrict);
            rows.HasOne<Person>().WithMany().HasForeignKey(notice => notice.PersonId).OnDelete(DeleteBehavior.Cascade);
            rows.HasOne<Robot>().WithMany().HasForeignKey(notice => notice.RobotId).OnDelete(DeleteBehavior.Cascade);
        });

        model.Entity<NoticeChoice>(rows =>
        {
            rows.HasKey(choice => new { choice.PersonId, choice.Kind });
            rows.HasOne<Person>().WithMany().HasForeignKey(choice => choice.PersonId).OnDelete(DeleteBehavior.Cascade);
        });

        model.Entity<Robot>(rows => rows.Property(robot => robot.Name).HasMaxLength(64));
    }

    private static void People(ModelBuilder model)
    {
        model.Entity<AuditEntry>(rows =>
        {
            rows.HasIndex(entry => entry.At);
            rows.Property(entry => entry.Hash).HasMaxLength(64);
        });

        model.Entity<ApiToken>(rows => rows.HasIndex(token => token.Sha256).IsUnique());

        model.Entity<UnitGrant>(rows =>
        {
            rows.HasIndex(grant => grant.PersonId);
            rows.HasIndex(grant => grant.TokenId);
            rows.Property(grant => grant.Role).HasMaxLength(32);
            rows.HasOne<Person>().WithMany().HasForeignKey(grant => grant.PersonId).OnDelete(DeleteBehavior.Cascade);
            rows.HasOne<ApiToken>().WithMany(token => token.Grants).HasForeignKey(grant => grant.TokenId).OnDelete(DeleteBehavior.Cascade);
            rows.HasOne(grant => grant.Unit).WithMany().HasForeignKey(grant => grant.UnitId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
