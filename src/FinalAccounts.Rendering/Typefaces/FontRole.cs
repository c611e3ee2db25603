namespace FinalAccounts.Rendering.Typefaces;

/// <summary>What a font of the theme is for.</summary>
internal enum FontRole
{
    /// <summary>正文.</summary>
    Body,

    /// <summary>标题.</summary>
    Title,

    /// <summary>一级标题.</summary>
    Heading1,

    /// <summary>二级标题.</summary>
    Heading2,

    /// <summary>表格.</summary>
    Table,

    /// <summary>西文与数字.</summary>
    Latin,

    /// <summary>符号.</summary>
    Symbols,
}
