using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FinalAccounts.Service.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ChangingTogether : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // SQLite's own way of taking a NOT NULL away, within the transaction. EF's rebuild of the tables commits half way: a process killed
            // there leaves a database that no program opens again.
            migrationBuilder.Sql("PRAGMA writable_schema = ON;");
            migrationBuilder.Sql("""UPDATE sqlite_schema SET sql = replace(sql, '"UnitId" INTEGER NOT NULL', '"UnitId" INTEGER NULL') WHERE type = 'table' AND name IN ('Notices', 'Comments');""");
            migrationBuilder.Sql("PRAGMA writable_schema = RESET;");

            migrationBuilder.AddColumn<string>(
                name: "Set",
                table: "Comments",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "TemplatePresences",
                columns: table => new
                {
                    Set = table.Column<string>(type: "TEXT", nullable: false),
                    Path = table.Column<string>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    Since = table.Column<long>(type: "INTEGER", nullable: false),
                    SeenAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TemplatePresences", x => new { x.Set, x.Path, x.By });
                });

            migrationBuilder.CreateTable(
                name: "TemplateSuggestions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Set = table.Column<string>(type: "TEXT", nullable: false),
                    Path = table.Column<string>(type: "TEXT", nullable: false),
                    Message = table.Column<string>(type: "TEXT", nullable: false),
                    Base = table.Column<string>(type: "TEXT", nullable: false),
                    Pieces = table.Column<string>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TemplateSuggestions", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Comments_Set_Key",
                table: "Comments",
                columns: new[] { "Set", "Key" });

            migrationBuilder.CreateIndex(
                name: "IX_TemplateSuggestions_Set_Path",
                table: "TemplateSuggestions",
                columns: new[] { "Set", "Path" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "TemplatePresences");

            migrationBuilder.DropTable(
                name: "TemplateSuggestions");

            migrationBuilder.DropIndex(
                name: "IX_Comments_Set_Key",
                table: "Comments");

            migrationBuilder.DropColumn(
                name: "Set",
                table: "Comments");

            migrationBuilder.AlterColumn<long>(
                name: "UnitId",
                table: "Notices",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L,
                oldClrType: typeof(long),
                oldType: "INTEGER",
                oldNullable: true);

            migrationBuilder.AlterColumn<long>(
                name: "UnitId",
                table: "Comments",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L,
                oldClrType: typeof(long),
                oldType: "INTEGER",
                oldNullable: true);
        }
    }
}
