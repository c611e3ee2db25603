using FinalAccounts.Accounts;
using FinalAccounts.Formulas;
using FinalAccounts.Narration.Functions;
using FinalAccounts.Narration.Values;
using FinalAccounts.Templates;
using Scriban.Runtime;

namespace FinalAccounts.Narration.Data;

/// <summary>All that templates of one unit may name: metrics, facts, tables, terms, options and helpers, by Chinese names.</summary>
internal sealed class NarrationData
{
    private NarrationData(ScriptObject globals, IReadOnlyList<TemplateFunction> functions)
    {
        Globals = globals;
        Functions = functions;
        Names = globals.Keys.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>By name; read only.</summary>
    public ScriptObject Globals { get; }

    /// <summary>The helpers.</summary>
    public IReadOnlyList<TemplateFunction> Functions { get; }

    /// <summary>The names of all.</summary>
    public IReadOnlySet<string> Names { get; }

    public static NarrationData Of(DepartmentAccounts accounts, CompiledSet compiled)
    {
        var set = compiled.Set;
        var metrics = new MetricBook(compiled, accounts);
        var facts = new FactsData(set.Facts, accounts.Facts);
        var subjects = new SubjectData(set.Terms, accounts);
        var isNew = accounts.Facts.Field(KnownFacts.Basics, KnownFacts.FoundedOn)?.Date is not null;
        var printer = new FigurePrinter(set.Options);
        IReadOnlyList<TemplateFunction> functions =
        [
            .. new AmountFunctions(printer).All,
            .. new ChangeFunctions(printer).All,
            .. new ShareFunctions(printer).All,
            .. SelectionFunctions.All,
            .. new WordFunctions(facts.Reason, subjects.Subject).All,
            .. new BlockFunctions(printer, new ChartData(compiled, metrics).Make).All,
        ];
        var globals = new ScriptObject();
        foreach (var (name, value) in
            functions.Select(function => (function.Name, (object)function))
            .Concat(metrics.Metrics.Select(metric => (metric.Name, (object)Metric(metric, isNew))))
            .Concat(set.Tables.Select(layout => (layout.Key, (object)TableData.Of(layout, accounts.Tables.GetValueOrDefault(layout.Key)))))
            .Concat(Named(accounts, set, facts, subjects)))
        {
            if (!globals.TryAdd(name, value))
            {
                throw new InvalidOperationException($"Two things are called {name}; the set's reader should have found it.");
            }
        }

        globals.IsReadOnly = true;
        return new NarrationData(globals, functions);
    }

    private static IEnumerable<(string Name, object Value)> Named(
        DepartmentAccounts accounts, TemplateSet set, FactsData facts, SubjectData subjects) =>
    [
        ("年度", Year("年度", accounts.FiscalYear)),
        ("上年", Year("上年", accounts.FiscalYear - 1)),
        (KnownFacts.UnitName, facts.Text(KnownFacts.Basics, KnownFacts.UnitName, accounts.UnitName)),
        (KnownFacts.PublicName, facts.Text(KnownFacts.Basics, KnownFacts.PublicName, accounts.UnitName)),
        ("资料", facts.Sheets()),
        ("原因", facts.Reasons(set.Metrics.Select(metric => metric.Name))),
        ("通用名词", subjects.GeneralTerms()),
        ("选项", Options(set.Options)),
    ];

    private static TextValue Year(string label, int year) => new($"{year}", new Origin(label, null, year, []));

    private static DataRecord Options(SetOptions options) => new("选项", new Dictionary<string, object>(StringComparer.Ordinal)
    {
        ["采购占比"] = options.ProcurementShare,
        ["零项来源"] = options.ListZeroSources,
        ["收入结构"] = options.ListRevenueStructure,
        // A column's name as well as words: 总预算[选项.预算口径].
        ["预算口径"] = options.BudgetBase == BudgetBase.Initial ? "年初预算" : "全年预算",
        ["按项目分类"] = options.ListByProject,
        ["两种预算"] = options.BothBudgets,
        ["零项写无"] = options.ZeroAsNone,
    });

    private static FigureValue Metric(MetricValue metric, bool isNew) => new(metric.Name, metric.Value, metric.Unit, metric.Origin)
    {
        IsMetric = true,
        Problem = metric.Problem,
        Prior = isNew || metric.PriorOrigin is null ? null : new FigureValue(metric.Name, metric.PriorValue, metric.Unit, metric.PriorOrigin),
    };
}
