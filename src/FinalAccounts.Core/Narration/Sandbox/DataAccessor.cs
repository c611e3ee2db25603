using FinalAccounts.Narration.Values;
using FinalAccounts.Templates;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace FinalAccounts.Narration.Sandbox;

/// <summary>Reads members of data by their Chinese names. A missing name is an error with a suggestion; nothing can be written.</summary>
internal sealed class DataAccessor : IObjectAccessor
{
    public static readonly DataAccessor Instance = new();

    public bool HasIndexer => true;

    public Type IndexType => typeof(string);

    public int GetMemberCount(TemplateContext context, SourceSpan span, object target) => GetMembers(context, span, target).Count();

    public IEnumerable<string> GetMembers(TemplateContext context, SourceSpan span, object target) =>
        target is DataObject data ? data.Members : [];

    public bool HasMember(TemplateContext context, SourceSpan span, object target, string member) => true;

    public bool TryGetValue(TemplateContext context, SourceSpan span, object target, string member, out object value)
    {
        var data = target as DataObject;
        value = data?.Member(member) ?? throw (data is NothingFound nothing
            ? new DataMissing(span, nothing.Missing)
            : new NarrationMistake(span, NarrationRules.Unknown, Missing(data, member)) { Fix = data is null ? null : Suggestion.Near(member, data.Members) });
        return true;
    }

    public bool TryGetItem(TemplateContext context, SourceSpan span, object target, object index, out object value) =>
        TryGetValue(context, span, target, TextValue.Of(index) ?? "", out value);

    public bool TrySetValue(TemplateContext context, SourceSpan span, object target, string member, object? value) => throw ReadOnly(span);

    public bool TrySetItem(TemplateContext context, SourceSpan span, object target, object index, object? value) => throw ReadOnly(span);

    private static NarrationMistake ReadOnly(SourceSpan span) => new(span, NarrationRules.Forbidden, "模板不能改动数据");

    private static string Missing(DataObject? data, string member) =>
        data?.MemberMistake(member)
        ?? (data is null
            ? $"这里的值没有“{member}”可取"
            : $"“{data.Label}”没有“{member}”{Suggestion.For(member, data.Members)}");
}

/// <summary>Stands before every value that templates may not look into (texts, numbers, lists).</summary>
internal sealed class ClosedAccessor : IObjectAccessor
{
    public static readonly ClosedAccessor Instance = new();

    public bool HasIndexer => false;

    public Type IndexType => typeof(string);

    public int GetMemberCount(TemplateContext context, SourceSpan span, object target) => 0;

    public IEnumerable<string> GetMembers(TemplateContext context, SourceSpan span, object target) => [];

    public bool HasMember(TemplateContext context, SourceSpan span, object target, string member) => false;

    public bool TryGetValue(TemplateContext context, SourceSpan span, object target, string member, out object value) =>
        throw new NarrationMistake(span, NarrationRules.Unknown, target is DataList list
            ? $"“{list.Label}”是多条记录，没有“{member}”：请用 for 逐条写，或用“找”取一条"
            : $"这里的值没有“{member}”可取");

    public bool TryGetItem(TemplateContext context, SourceSpan span, object target, object index, out object value) =>
        TryGetValue(context, span, target, "", out value);

    public bool TrySetValue(TemplateContext context, SourceSpan span, object target, string member, object? value) => false;

    public bool TrySetItem(TemplateContext context, SourceSpan span, object target, object index, object? value) => false;
}
