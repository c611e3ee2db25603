using Microsoft.AspNetCore.Razor.TagHelpers;

namespace FinalAccounts.Service.Shell.Components;

/// <summary><c>&lt;empty-state title="还没有版本"&gt;what to do&lt;/empty-state&gt;</c>: in place of a list without entries.</summary>
[HtmlTargetElement("empty-state")]
public sealed class EmptyStateTagHelper : TagHelper
{
    /// <summary>What there is none of.</summary>
    public required string Title { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "empty");
        var title = new Microsoft.AspNetCore.Mvc.Rendering.TagBuilder("strong");
        title.InnerHtml.Append(Title);
        output.PreContent.AppendHtml(title);
    }
}
