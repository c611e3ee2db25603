namespace FinalAccounts.Templates;

/// <summary>Everything that changes from year to year and from province to province, and no code (DESIGN §5).</summary>
/// <param name="Key">The folder's name: hubei-2023.</param>
/// <param name="Name">For people: 湖北省 2023年度.</param>
public sealed record TemplateSet(string Key, string Name, int FiscalYear, string Region, string? Parent)
{
    /// <summary>Table layouts in the order of the set.</summary>
    public required IReadOnlyList<TableLayout> Tables { get; init; }

    /// <summary>The form of the facts.</summary>
    public required FactsSchema Facts { get; init; }

    /// <summary>指标: every figure the text may use.</summary>
    public required IReadOnlyList<MetricDefinition> Metrics { get; init; }

    /// <summary>Parts and sections in order.</summary>
    public required Outline Outline { get; init; }

    /// <summary>Narrative templates by file name (sections/01.sbn), with their text.</summary>
    public required IReadOnlyDictionary<string, SectionTemplate> Sections { get; init; }

    /// <summary>名词解释 and meanings of subjects.</summary>
    public required Terms Terms { get; init; }

    /// <summary>Subjects over the years; <see cref="Terms"/> has those of the set's year.</summary>
    public Classification Classification { get; init; } = Classification.Empty;

    /// <summary>Every file of the set and of those it inherits from, and whose it is, in ordinal order.</summary>
    public IReadOnlyList<SetFile> Files { get; init; } = [];

    /// <summary>What it says otherwise than those it inherits from, entry by entry.</summary>
    public IReadOnlyList<SetChange> Changes { get; init; } = [];

    /// <summary>Its synonyms and statements, each with the file that says it.</summary>
    public IReadOnlyList<SetEntry> Entries { get; init; } = [];

    /// <summary>What it has taken away.</summary>
    public RemovedNames Removed { get; init; } = RemovedNames.None;

    /// <summary>Checks over named cells.</summary>
    public required IReadOnlyList<RuleDefinition> Rules { get; init; }

    /// <summary>Other wordings of table headings and rows.</summary>
    public Synonyms Synonyms { get; init; } = Synonyms.None;

    /// <summary>Wordings that the set does not want.</summary>
    public IReadOnlyList<Wording> Wordings { get; init; } = [];

    /// <summary>Charts that sections may print by name.</summary>
    public IReadOnlyList<ChartDefinition> Charts { get; init; } = [];

    /// <summary>The words of the self-evaluation forms.</summary>
    public FormTexts Forms { get; init; } = FormTexts.Empty;

    /// <summary>Which numbers of the text belong to which figures.</summary>
    public MentionRules Mentions { get; init; } = MentionRules.Empty;

    /// <summary>What sentences claim.</summary>
    public StatementRules Statements { get; init; } = StatementRules.Empty;

    /// <summary>The look.</summary>
    public required Theme Theme { get; init; }

    /// <summary>Number formats and other choices.</summary>
    public required SetOptions Options { get; init; }

    /// <summary>Table layout by key; null when the set has none.</summary>
    public TableLayout? Table(string key) => Tables.FirstOrDefault(table => table.Key == key);
}

/// <summary>A file of a set.</summary>
/// <param name="Path">In the set: sections/收入.sbn.</param>
/// <param name="Set">The set it is taken from: the set itself or one it inherits from.</param>
/// <param name="Overrides">The nearest set whose file of the same path it replaces; null when it replaces none.</param>
public sealed record SetFile(string Path, string Set, string? Overrides);

/// <summary>A figure that the text may use (指标).</summary>
/// <param name="Name">How templates name it: a Chinese identifier.</param>
/// <param name="Formula">In the formula language.</param>
/// <param name="Unit">元, 比率, 个, 人次, 分…</param>
/// <param name="Meaning">For the manual and for people who pick it.</param>
/// <param name="Prior">Formula for last year; null: the same formula on last year's accounts, else 上年数 by name.</param>
public sealed record MetricDefinition(string Name, string Formula, string Unit, string Meaning, string? Prior, Place Place)
{
    /// <summary>Where the formula's first character stands.</summary>
    public Place FormulaPlace { get; init; } = Place;

    /// <summary>Where the first character of last year's formula stands.</summary>
    public Place? PriorPlace { get; init; }
}

/// <summary>A check (勾稽关系) over named cells.</summary>
/// <param name="Formula">A comparison in the formula language; false is a finding.</param>
/// <param name="Source">The regulation or the table's own note that it follows.</param>
public sealed record RuleDefinition(string Code, Severity Severity, string Formula, string Message, string Source, Place Place)
{
    /// <summary>The rows it repeats over: 表03, 表03/类, 表03/款, 表06/款; 行 in the formula is the current one. Null: once.</summary>
    public string? Over { get; init; }

    /// <summary>Where <see cref="Over"/> stands.</summary>
    public Place? OverPlace { get; init; }

    /// <summary>Whether it repeats over the value columns of the table in <see cref="Over"/> as well; 列 in the formula is the current one.</summary>
    public bool EachColumn { get; init; }

    /// <summary>Both sides are one and the same figure: no rounding explains a difference.</summary>
    public bool Exact { get; init; }

    /// <summary>How far apart the sides of a comparison of numbers that are not money may be (scores printed with one decimal); 0: not at all.</summary>
    public decimal Tolerance { get; init; }

    /// <summary>What to do about it, for the people who make the data; null when the message says it.</summary>
    public string? Remedy { get; init; }

    /// <summary>A condition in the formula language; where it is false, the rule is not applied. Null: always.</summary>
    public string? When { get; init; }

    /// <summary>Where <see cref="When"/> stands.</summary>
    public Place? WhenPlace { get; init; }

    /// <summary>Where the formula's first character stands.</summary>
    public Place FormulaPlace { get; init; } = Place;
}

/// <summary>A narrative template.</summary>
/// <param name="File">Path in the set: sections/收入支出总体.sbn.</param>
/// <param name="Origin">The set it comes from, when inherited from a parent.</param>
public sealed record SectionTemplate(string File, string Text, string Origin);

/// <summary>名词解释: general terms in order, and meanings of functional subjects by code.</summary>
public sealed record Terms(IReadOnlyList<Term> General, IReadOnlyDictionary<string, Subject> Subjects);

/// <summary>A general term.</summary>
public sealed record Term(string Name, string Meaning);

/// <summary>A functional subject of the year's classification (政府收支分类科目).</summary>
/// <param name="Meaning">反映…; null when the set does not have it, which is reported when the subject is used.</param>
public sealed record Subject(string Code, string Name, string? Meaning);
