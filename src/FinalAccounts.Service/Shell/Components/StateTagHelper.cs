using Microsoft.AspNetCore.Razor.TagHelpers;

namespace FinalAccounts.Service.Shell.Components;

/// <summary><c>&lt;state of="@run.State" /&gt;</c>: a badge with the state's name.</summary>
[HtmlTargetElement("state", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StateTagHelper : TagHelper
{
    /// <summary>Any enum that <see cref="StateLabels"/> knows.</summary>
    public required Enum Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (text, look) = StateLabels.Of(Of);
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"badge {look}".TrimEnd());
        output.Content.SetContent(text);
    }
}
