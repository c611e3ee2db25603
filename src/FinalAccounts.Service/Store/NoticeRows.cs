using FinalAccounts.Service.People;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FinalAccounts.Service.Store;

internal sealed class NoticeRows : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        // The bell of every page; what is to be sent.
        builder.HasIndex(notice => new { notice.PersonId, notice.Way, notice.ReadAt });
        builder.HasIndex(notice => new { notice.State, notice.NextAt });
        builder.HasIndex(notice => notice.Once).IsUnique();
        builder.Property(notice => notice.Once).HasMaxLength(200);
        builder.HasOne(notice => notice.Unit).WithMany().HasForeignKey(notice => notice.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(notice => notice.PersonId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Robot>().WithMany().HasForeignKey(notice => notice.RobotId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class NoticeChoiceRows : IEntityTypeConfiguration<NoticeChoice>
{
    public void Configure(EntityTypeBuilder<NoticeChoice> builder)
    {
        builder.HasKey(choice => new { choice.PersonId, choice.Kind });
        builder.HasOne<Person>().WithMany().HasForeignKey(choice => choice.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class RobotRows : IEntityTypeConfiguration<Robot>
{
    public void Configure(EntityTypeBuilder<Robot> builder) => builder.Property(robot => robot.Name).HasMaxLength(64);
}
