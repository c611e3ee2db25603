namespace FinalAccounts.Documents;

/// <summary>How a document looks, after GB/T 9704-2012 as far as a book of tables allows. Sizes in points, lengths in millimetres.</summary>
public sealed record Theme
{
    /// <summary>Margins in mm of a portrait page, top 37, bottom 35, left (订口) 28, right 26.</summary>
    public PageMargins Margins { get; init; } = new(37, 35, 28, 26);

    /// <summary>Margins in mm of a portrait page of tables or forms: narrower than GB/T 9704 asks of text, so that 公开01表 stands on one page.</summary>
    public PageMargins TableMargins { get; init; } = new(22, 31, 20, 20);

    /// <summary>Margins in mm of a landscape page as it is read; its left edge is the foot of the bound sheet.</summary>
    public PageMargins LandscapeMargins { get; init; } = new(24, 24, 31, 24);

    /// <summary>The margins of pages set up so.</summary>
    public PageMargins MarginsOf(PageSetup page) =>
        page.Orientation == PageOrientation.Landscape ? LandscapeMargins
        : page.Kind == PageKind.Tables ? TableMargins
        : Margins;

    /// <summary>Font preference lists by role: the office's own first, then free ones.</summary>
    public ThemeFonts Fonts { get; init; } = new();

    /// <summary>Body type: 三号 = 16 pt.</summary>
    public double BodySize { get; init; } = 16;

    /// <summary>Line pitch of the body in pt: 22 lines on 225 mm ≈ 28.95, set as exactly 28.9.</summary>
    public double LinePitch { get; init; } = 28.9;

    /// <summary>Title type: 二号 = 22 pt.</summary>
    public double TitleSize { get; init; } = 22;

    /// <summary>Type of the accounts tables in pt.</summary>
    public double TableSize { get; init; } = 9;

    /// <summary>Type of forms (自评表) in pt.</summary>
    public double FormSize { get; init; } = 9;

    /// <summary>Type of table notes in pt.</summary>
    public double NoteSize { get; init; } = 9;

    /// <summary>
    /// How far the upper edge of the page number stands from the lower edge of the bound sheet in mm, the same on every page: 7 mm below the type area of text (GB/T 9704), less where a page's margin is narrower.
    /// A landscape page is bound with its head at the left, so that its number stands at its left edge and is read with the sheet upright (GB/T 9704: 横排表格的页码位置与公文其他页码保持一致).
    /// </summary>
    public double PageNumberHeight => new[] { Margins.Bottom - 7, TableMargins.Bottom - 1, LandscapeMargins.Left - 1 }.Min();

    /// <summary>Page number: 四号 = 14 pt.</summary>
    public double PageNumberSize { get; init; } = 14;

    /// <summary>The standard that the PDF declares.</summary>
    public PdfStandard PdfStandard { get; init; } = PdfStandard.Accessible;

    /// <summary>Chart colours, in order, as RRGGBB; distinguishable in grey as well.</summary>
    public IReadOnlyList<string> ChartColors { get; init; } = ["2F5597", "C55A11", "7F7F7F", "BF9000", "548235", "7030A0"];
}

/// <summary>Page margins in mm.</summary>
public sealed record PageMargins(double Top, double Bottom, double Left, double Right);

/// <summary>Font preference lists; the first that is installed is used, and using any but the first is reported.</summary>
public sealed record ThemeFonts
{
    /// <summary>Body: 仿宋.</summary>
    public IReadOnlyList<string> Body { get; init; } = ["仿宋_GB2312", "仿宋", "FangSong", "Noto Serif CJK SC"];

    /// <summary>Titles: 小标宋.</summary>
    public IReadOnlyList<string> Title { get; init; } = ["方正小标宋简体", "方正小标宋_GBK", "Noto Serif CJK SC"];

    /// <summary>Level 1 headings: 黑体.</summary>
    public IReadOnlyList<string> Heading1 { get; init; } = ["黑体", "SimHei", "Noto Sans CJK SC"];

    /// <summary>Level 2 headings: 楷体.</summary>
    public IReadOnlyList<string> Heading2 { get; init; } = ["楷体_GB2312", "楷体", "KaiTi", "LXGW WenKai"];

    /// <summary>Tables and forms: 宋体.</summary>
    public IReadOnlyList<string> Table { get; init; } = ["宋体", "SimSun", "Noto Serif CJK SC"];

    /// <summary>Latin letters and digits.</summary>
    public IReadOnlyList<string> Latin { get; init; } = ["Times New Roman", "Liberation Serif"];

    /// <summary>Signs that Chinese fonts lack, such as ☑ and ☐.</summary>
    public IReadOnlyList<string> Symbols { get; init; } = ["Segoe UI Symbol", "Noto Sans Symbols 2", "DejaVu Sans"];
}
