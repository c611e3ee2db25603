using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FinalAccounts.Service.Store.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class LaterChanges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "StartsOn",
                table: "TemplateProposals",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "TakenBy",
                table: "TemplateProposals",
                type: "uuid",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "StartsOn",
                table: "TemplateProposals");

            migrationBuilder.DropColumn(
                name: "TakenBy",
                table: "TemplateProposals");
        }
    }
}
