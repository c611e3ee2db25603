using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FinalAccounts.Service.Store.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class CheckedData : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Checks",
                columns: table => new
                {
                    UnitId = table.Column<long>(type: "bigint", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    ImportId = table.Column<long>(type: "bigint", nullable: false),
                    LastCorrection = table.Column<long>(type: "bigint", nullable: false),
                    Undone = table.Column<int>(type: "integer", nullable: false),
                    TemplateSet = table.Column<string>(type: "text", nullable: false),
                    TemplateSetHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Program = table.Column<string>(type: "text", nullable: false),
                    AccountsSha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Findings = table.Column<string>(type: "text", nullable: false),
                    Errors = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Checks", x => new { x.UnitId, x.Year });
                    table.ForeignKey(
                        name: "FK_Checks_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Checks");
        }
    }
}
