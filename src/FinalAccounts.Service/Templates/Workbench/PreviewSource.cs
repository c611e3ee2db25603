using System.Collections.Concurrent;
using FinalAccounts.Accounts;
using FinalAccounts.Narration;
using FinalAccounts.Service.InForce;

namespace FinalAccounts.Service.Templates.Workbench;

/// <summary>One unit's year under one set, prepared for previews. Many people may preview it at a time: each takes a narrator of its own.</summary>
public sealed class PreviewSource(SetInForce set, DepartmentAccounts accounts, string stamp)
{
    private readonly ConcurrentBag<DraftNarrator> free = [];
    private readonly Lazy<TemplateNames> names = new(() => TemplateNames.Of(set.Loaded.Set!, accounts));
    private IReadOnlyList<PrintedLine>? printed;

    public SetInForce Set => set;

    public DepartmentAccounts Accounts => accounts;

    /// <summary>Changes with every import, correction and template.</summary>
    public string Stamp => stamp;

    /// <summary>What templates may name, with the unit's values.</summary>
    public TemplateNames Names => names.Value;

    /// <summary>What the templates in force print.</summary>
    public IReadOnlyList<PrintedLine> Printed => printed ??= With(narrator => TextSearch.Printed(narrator, CancellationToken.None));

    /// <summary>Does something with a narrator that nobody else uses meanwhile.</summary>
    public T With<T>(Func<DraftNarrator, T> use)
    {
        var narrator = free.TryTake(out var idle) ? idle : new DraftNarrator(set.Loaded.Set!, accounts);
        var result = use(narrator);

        // One that broke off in the middle is not used again.
        free.Add(narrator);
        return result;
    }
}
