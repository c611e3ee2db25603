namespace FinalAccounts.Service.Shell.Components;

/// <summary>A step of the way to a page; the page itself is not among them. Pages set <c>ViewData["Crumbs"]</c> to an array.</summary>
/// <param name="Text">Chinese.</param>
/// <param name="Path">Where it leads.</param>
public sealed record Crumb(string Text, string Path);
