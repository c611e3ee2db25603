using FinalAccounts.Accounts;

namespace FinalAccounts.Formulas;

/// <summary>A condition on a field of records: [项目] and [项目=名称] the current record's field, [评价准则=“产出指标”] a text, [科目编码=类] a level, [科目编码=行] the current row.</summary>
/// <param name="Field">The field of the records.</param>
/// <param name="Other">The text, or the current record's field.</param>
internal sealed record FactFilter(string Field, FilterKind Kind, string Other, SubjectLevel? Level, int Position)
{
    private static readonly char[] Quotes = ['“', '”', '"', '\'', '‘', '’'];

    /// <summary>The condition as written between commas.</summary>
    public static FactFilter Read(FormulaToken name)
    {
        var at = name.Text.IndexOfAny(['=', '＝']);
        var field = (at < 0 ? name.Text : name.Text[..at]).Trim();
        var other = at < 0 ? field : name.Text[(at + 1)..].Trim();
        if (other.Length > 1 && Quotes.Contains(other[0]))
        {
            return new FactFilter(field, FilterKind.Text, other.Trim(Quotes), null, name.Position);
        }

        var level = at < 0 ? null : SubjectCode.LevelNamed(other);
        return new FactFilter(
            field, level is not null ? FilterKind.Level : at >= 0 && other == "行" ? FilterKind.Row : FilterKind.Record, other, level, name.Position);
    }
}

/// <summary>What a field is compared with.</summary>
internal enum FilterKind
{
    /// <summary>A field of the current record.</summary>
    Record,

    /// <summary>The key of the current row.</summary>
    Row,

    /// <summary>A text as written.</summary>
    Text,

    /// <summary>A level of subject codes.</summary>
    Level,
}
