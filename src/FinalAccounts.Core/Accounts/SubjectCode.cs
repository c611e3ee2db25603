namespace FinalAccounts.Accounts;

/// <summary>Levels of functional codes (支出功能分类科目编码: 类 3, 款 5, 项 7 digits) and economic codes (类 3, 款 5).</summary>
public static class SubjectCode
{
    /// <summary>类, 款 or 项 by the number of digits; null when it is no such code.</summary>
    public static SubjectLevel? Level(string code) =>
        !code.All(char.IsAsciiDigit) ? null : code.Length switch
        {
            3 => SubjectLevel.Category,
            5 => SubjectLevel.Group,
            7 => SubjectLevel.Item,
            _ => null,
        };

    /// <summary>The level called 类, 款 or 项; null when it is none of them.</summary>
    public static SubjectLevel? LevelNamed(string name) => name switch
    {
        "类" => SubjectLevel.Category,
        "款" => SubjectLevel.Group,
        "项" => SubjectLevel.Item,
        _ => null,
    };

    /// <summary>The code one level up; null for a 类.</summary>
    public static string? Parent(string code) => code.Length > 3 ? code[..^2] : null;
}

/// <summary>The levels of a subject.</summary>
public enum SubjectLevel
{
    /// <summary>类.</summary>
    Category,

    /// <summary>款.</summary>
    Group,

    /// <summary>项.</summary>
    Item,
}
