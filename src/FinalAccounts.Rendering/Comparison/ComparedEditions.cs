namespace FinalAccounts.Rendering.Comparison;

/// <summary>What the reader of a comparison is told besides the differences of the text.</summary>
/// <param name="Before">The earlier edition as people know it: 第2版（2024年9月29日，张三）.</param>
/// <param name="After">The later edition.</param>
/// <param name="Data">The cells and facts that differ, a line each.</param>
/// <param name="TemplateFiles">The template files that differ.</param>
public sealed record ComparedEditions(string Before, string After, IReadOnlyList<string> Data, IReadOnlyList<string> TemplateFiles);
