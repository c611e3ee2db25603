using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace FinalAccounts.Service.Shell.Components;

/// <summary><c>&lt;form-field for="Input.Name" label="单位名称" hint="…" required /&gt;</c>: label, control, hint and error, tied together for screen readers. With options it is a drop-down, with rows a text area.</summary>
[HtmlTargetElement("form-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FormFieldTagHelper : TagHelper
{
    public required ModelExpression For { get; set; }

    public required string Label { get; set; }

    /// <summary>What to fill in; null when the label says it all.</summary>
    public string? Hint { get; set; }

    /// <summary>The control's type.</summary>
    public string Type { get; set; } = "text";

    /// <summary>As HTML has it: username, current-password.</summary>
    public string? Autocomplete { get; set; }

    /// <summary>Marked, and checked by the browser.</summary>
    public bool Required { get; set; }

    /// <summary>The cursor stands here first.</summary>
    public bool Autofocus { get; set; }

    /// <summary>Rows of a text area; 0 for a line.</summary>
    public int Rows { get; set; }

    /// <summary>Longest text; 0 for none stated.</summary>
    public int Maxlength { get; set; }

    public IEnumerable<SelectListItem>? Options { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = TagBuilder.CreateSanitizedId(name, "_");
        var errors = ViewContext.ViewData.ModelState.TryGetValue(name, out var entry) ? entry.Errors.Select(error => error.ErrorMessage).ToList() : [];
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "field");

        var label = Tag("label", Label);
        label.Attributes["for"] = id;
        if (Required)
        {
            label.AddCssClass("required");
        }

        output.Content.AppendHtml(label);
        output.Content.AppendHtml(Control(name, id, entry?.AttemptedValue, errors.Count > 0));
        if (Hint is not null)
        {
            output.Content.AppendHtml(Note(Hint, "hint", $"{id}-hint"));
        }

        if (errors.Count > 0)
        {
            output.Content.AppendHtml(Note(string.Join(" ", errors), "error", $"{id}-error"));
        }
    }

    private TagBuilder Control(string name, string id, string? attempted, bool invalid)
    {
        var value = attempted ?? Text(For.Model);
        var control = Options is not null ? Drop(value) : Rows > 0 ? Area(value) : Line(value);
        control.Attributes["id"] = id;
        control.Attributes["name"] = name;
        Set(control, "autocomplete", Autocomplete);
        Set(control, "maxlength", Maxlength > 0 ? Maxlength.ToString() : null);
        Set(control, "required", Required ? "" : null);
        Set(control, "autofocus", Autofocus ? "" : null);
        Set(control, "aria-invalid", invalid ? "true" : null);
        var described = string.Join(' ', new[] { Hint is null ? null : $"{id}-hint", invalid ? $"{id}-error" : null }.OfType<string>());
        Set(control, "aria-describedby", described.Length > 0 ? described : null);
        return control;
    }

    private TagBuilder Line(string? value)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.Attributes["type"] = Type;
        Set(input, "value", Type == "password" ? null : value);
        return input;
    }

    private TagBuilder Area(string? value)
    {
        var area = Tag("textarea", value ?? "");
        area.Attributes["rows"] = Rows.ToString();
        return area;
    }

    private TagBuilder Drop(string? value)
    {
        var select = new TagBuilder("select");
        foreach (var item in Options!)
        {
            var option = Tag("option", item.Text);
            option.Attributes["value"] = item.Value;
            Set(option, "selected", (value ?? "") == item.Value ? "" : null);
            select.InnerHtml.AppendHtml(option);
        }

        return select;
    }

    private static string? Text(object? value) => value switch
    {
        DateOnly date => date.ToString("yyyy-MM-dd"),
        _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture),
    };

    private static TagBuilder Tag(string name, string text)
    {
        var tag = new TagBuilder(name);
        tag.InnerHtml.Append(text);
        return tag;
    }

    private static TagBuilder Note(string text, string look, string id)
    {
        var note = Tag("p", text);
        note.AddCssClass(look);
        note.Attributes["id"] = id;
        return note;
    }

    private static void Set(TagBuilder tag, string name, string? value)
    {
        if (value is not null)
        {
            tag.Attributes[name] = value;
        }
    }
}
