using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FinalAccounts.Service.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class UnitGrants : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Units",
                table: "Deliveries",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "UnitGrants",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: true),
                    TokenId = table.Column<long>(type: "INTEGER", nullable: true),
                    Role = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    UnitId = table.Column<long>(type: "INTEGER", nullable: true),
                    WithBelow = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UnitGrants", x => x.Id);
                    table.ForeignKey(
                        name: "FK_UnitGrants_ApiTokens_TokenId",
                        column: x => x.TokenId,
                        principalTable: "ApiTokens",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_UnitGrants_AspNetUsers_PersonId",
                        column: x => x.PersonId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_UnitGrants_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_UnitGrants_PersonId",
                table: "UnitGrants",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_UnitGrants_TokenId",
                table: "UnitGrants",
                column: "TokenId");

            migrationBuilder.CreateIndex(
                name: "IX_UnitGrants_UnitId",
                table: "UnitGrants",
                column: "UnitId");

            // Everybody keeps what they had: their roles, and the scopes of tokens, hold for all units.
            migrationBuilder.Sql("""INSERT INTO "UnitGrants" ("PersonId", "WithBelow") SELECT "Id", 0 FROM "AspNetUsers" """);
            migrationBuilder.Sql("""INSERT INTO "UnitGrants" ("TokenId", "WithBelow") SELECT "Id", 0 FROM "ApiTokens" """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "UnitGrants");

            migrationBuilder.DropColumn(
                name: "Units",
                table: "Deliveries");
        }
    }
}
