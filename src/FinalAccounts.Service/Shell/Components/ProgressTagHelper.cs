using Microsoft.AspNetCore.Razor.TagHelpers;

namespace FinalAccounts.Service.Shell.Components;

/// <summary><c>&lt;progress-bar label="生成进度" done="3" of="9" /&gt;</c>: a bar with its figures in words.</summary>
[HtmlTargetElement("progress-bar", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ProgressTagHelper : TagHelper
{
    /// <summary>What progresses.</summary>
    public required string Label { get; set; }

    /// <summary>How much is done.</summary>
    public int Done { get; set; }

    /// <summary>Out of how much.</summary>
    public int Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "progress";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("value", Done);
        output.Attributes.SetAttribute("max", Math.Max(Of, 1));
        output.Attributes.SetAttribute("aria-label", Label);
        output.Content.SetContent($"{Done} / {Of}");
    }
}
