using System.Globalization;
using System.Text.Json;
using FinalAccounts.Service.Store;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FinalAccounts.Service.Upkeep;

/// <summary>What a backup says of itself, in its <c>backup.json</c>.</summary>
/// <param name="Format">1.</param>
/// <param name="Program">Name and version of the program that wrote it.</param>
/// <param name="Schema">The last migration, by its name: the same for both databases.</param>
/// <param name="At">When.</param>
/// <param name="Tables">In an order in which every row comes after those that it names.</param>
internal sealed record BackupContents(int Format, string Program, string Schema, DateTimeOffset At, IReadOnlyList<BackupTable> Tables);

/// <summary>A table: one file of rows, a JSON array a line.</summary>
/// <param name="Rows">How many.</param>
/// <param name="Sha256">Of the file of rows.</param>
internal sealed record BackupTable(string Name, IReadOnlyList<BackupColumn> Columns, long Rows, string Sha256)
{
    /// <summary>Where its rows stand in the archive.</summary>
    public string Entry => $"tables/{Name}.jsonl";

    /// <summary>The tables of the model.</summary>
    public static IReadOnlyList<BackupTable> Of(IModel model) => [.. Sorted([.. model.GetRelationalModel().Tables]).Select(table => new BackupTable(
        table.Name, [.. table.PrimaryKey!.Columns.Union(table.Columns).Select(column => new BackupColumn(column.Name, KindOf(column), IsParent(column)))], 0, ""))];

    private static List<ITable> Sorted(List<ITable> tables)
    {
        var sorted = new List<ITable>();
        while (tables.Count > 0)
        {
            var next = tables.OrderBy(table => table.Name, StringComparer.Ordinal)
                .First(table => table.ForeignKeyConstraints.All(key => key.PrincipalTable == table || sorted.Contains(key.PrincipalTable)));
            sorted.Add(next);
            tables.Remove(next);
        }

        return sorted;
    }

    private static bool IsParent(IColumn column) => ((ITable)column.Table).ForeignKeyConstraints.Any(key => key.PrincipalTable == key.Table && key.Columns[0] == column);

    private static ColumnKind KindOf(IColumn column)
    {
        var type = column.PropertyMappings[0].Property.ClrType;
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type == typeof(bool) ? ColumnKind.Truth
            : type == typeof(int) || type == typeof(long) ? ColumnKind.Integer
            : type == typeof(string) || type.IsEnum ? ColumnKind.Text
            : type == typeof(DateTimeOffset) ? ColumnKind.Moment
            : type == typeof(DateOnly) ? ColumnKind.Day
            : type == typeof(Guid) ? ColumnKind.Guid
            : type == typeof(byte[]) ? ColumnKind.Bytes
            : throw new NotSupportedException($"{column.Table.Name}.{column.Name}: {type}");
    }
}

/// <summary>A column.</summary>
/// <param name="IsParent">Whether it names another row of the same table.</param>
internal sealed record BackupColumn(string Name, ColumnKind Kind, bool IsParent)
{
    /// <summary>Writes what a database gave, as it is written for both.</summary>
    public void Write(Utf8JsonWriter json, object value)
    {
        switch (Kind)
        {
            case ColumnKind.Integer:
                json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case ColumnKind.Truth:
                json.WriteBooleanValue(Convert.ToBoolean(value, CultureInfo.InvariantCulture));
                break;
            case ColumnKind.Moment:
                json.WriteNumberValue(value is DateTime moment ? UtcMicroseconds.Of(DateTime.SpecifyKind(moment, DateTimeKind.Utc)) : (long)value);
                break;
            default:
                json.WriteStringValue(value switch
                {
                    DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
                    DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    Guid guid => guid.ToString(),
                    _ when Kind == ColumnKind.Guid => Guid.Parse((string)value).ToString(),
                    _ => (string)value,
                });
                break;
        }
    }

    /// <summary>What a backup has, as PostgreSQL takes it, or SQLite.</summary>
    public object Read(JsonElement value, bool postgres) => (Kind, value.ValueKind) switch
    {
        (_, JsonValueKind.Null) => DBNull.Value,
        (ColumnKind.Integer, _) => value.GetInt64(),
        (ColumnKind.Truth, _) => value.GetBoolean(),
        (ColumnKind.Moment, _) => postgres ? UtcMicroseconds.Moment(value.GetInt64()).UtcDateTime : value.GetInt64(),
        (ColumnKind.Day, _) when postgres => DateOnly.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        (ColumnKind.Guid, _) => postgres ? value.GetGuid() : value.GetGuid().ToString().ToUpperInvariant(),
        _ => value.GetString()!,
    };
}

/// <summary>What a column holds, in both databases.</summary>
internal enum ColumnKind
{
    /// <summary>A number.</summary>
    Integer,

    /// <summary>True or false.</summary>
    Truth,

    /// <summary>A text, an enum's name.</summary>
    Text,

    /// <summary>Microseconds since 1970 in UTC.</summary>
    Moment,

    /// <summary>A day, 2024-09-29.</summary>
    Day,

    /// <summary>In small letters with hyphens.</summary>
    Guid,

    /// <summary>The SHA-256 under which the bytes stand in the archive's <c>files/</c>.</summary>
    Bytes,
}
