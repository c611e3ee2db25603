using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FinalAccounts.Service.Store.Migrations.Sqlite
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
                    UnitId = table.Column<long>(type: "INTEGER", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    ImportId = table.Column<long>(type: "INTEGER", nullable: false),
                    LastCorrection = table.Column<long>(type: "INTEGER", nullable: false),
                    Undone = table.Column<int>(type: "INTEGER", nullable: false),
                    TemplateSet = table.Column<string>(type: "TEXT", nullable: false),
                    TemplateSetHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Program = table.Column<string>(type: "TEXT", nullable: false),
                    AccountsSha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Findings = table.Column<string>(type: "TEXT", nullable: false),
                    Errors = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
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
