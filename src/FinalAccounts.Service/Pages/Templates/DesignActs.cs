using System.Globalization;
using FinalAccounts.Design;

namespace FinalAccounts.Service.Pages.Templates;

/// <summary>What the buttons of a step ask for: <c>part:1:-1</c>, <c>item:1:0:1</c>, <c>out:1:0</c>, <c>in:表08</c>, <c>drop:1</c>, <c>tables:last</c>, <c>marks</c>.</summary>
internal static class DesignActs
{
    /// <summary>The design after it, and where on the page it was done.</summary>
    public static (SetDesign Design, string Anchor) Done(SetDesign design, string act, DesignForm form)
    {
        var words = act.Split(':');
        return words switch
        {
            ["part", _, _] => (design.MovePart(Number(words[1]), Number(words[2])), $"#p{Number(words[1]) + Number(words[2])}"),
            ["drop", _] => (design.LeaveOutPart(Number(words[1])), ""),
            ["item", _, _, _] => (design.MoveItem(Number(words[1]), Number(words[2]), Number(words[3])), $"#i{Number(words[1])}-{Number(words[2]) + Number(words[3])}"),
            ["out", _, _] => (design.LeaveOut(Number(words[1]), Number(words[2])), $"#p{Number(words[1])}"),
            ["in", var content] => (design.TakeIn(content, Number(form.Into.GetValueOrDefault(content))), ""),
            ["tables", var where] => (design.TablesAt(last: where == "last"), ""),
            ["marks"] => (design.MarksInOrder(), ""),
            _ => (design, ""),
        };
    }

    private static int Number(string? text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1000 ? number : -1;
}
