namespace FinalAccounts.Rendering.Html;

/// <summary>Writes markup and escaped text; the only way text reaches the page.</summary>
internal sealed class HtmlWriter(TextWriter output)
{
    /// <summary>Our own markup, as it is.</summary>
    public HtmlWriter Raw(string markup)
    {
        output.Write(markup);
        return this;
    }

    /// <summary>Text from the document, never markup.</summary>
    public HtmlWriter Text(string text)
    {
        foreach (var c in text)
        {
            switch (c)
            {
                case '&': output.Write("&amp;"); break;
                case '<': output.Write("&lt;"); break;
                case '>': output.Write("&gt;"); break;
                case '"': output.Write("&quot;"); break;
                case '\'': output.Write("&#39;"); break;
                default: output.Write(c); break;
            }
        }
        return this;
    }

    /// <summary>An attribute with its leading space; line ends are kept.</summary>
    public HtmlWriter Attribute(string name, string value)
    {
        Raw(" ").Raw(name).Raw("=\"");
        foreach (var line in value.Split('\n').Index())
        {
            if (line.Index > 0)
            {
                Raw("&#10;");
            }
            Text(line.Item);
        }
        return Raw("\"");
    }

    /// <summary>An attribute when there is a value.</summary>
    public HtmlWriter AttributeIf(string name, string? value) => value is null ? this : Attribute(name, value);
}
