using FinalAccounts.Service.People;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace FinalAccounts.Service.Shell.Components;

/// <summary><c>&lt;person of="@run.By" /&gt;</c>: who did something, by the name that people call them.</summary>
[HtmlTargetElement("person", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PersonTagHelper(NameBook book) : TagHelper
{
    /// <summary>A sign-in name, a system's or a schedule's; null for nobody.</summary>
    public string? Of { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetContent(Of is null ? "" : await book.OfAsync(Of, ViewContext.HttpContext.RequestAborted));
    }
}
