using FinalAccounts.Accounts;
using FinalAccounts.Templates;

namespace FinalAccounts.Assembly;

/// <summary>Makes the document from the outline: cover, contents, parts with their sections, tables and annexes.</summary>
public sealed class Assembler
{
    private const string OutlineFile = "outline.yaml";

    private readonly DepartmentAccounts accounts;
    private readonly TemplateSet set;
    private readonly IReadOnlyDictionary<string, IReadOnlyList<Block>> sections;
    private readonly CancellationToken cancellation;
    private readonly List<Finding> findings = [];
    private readonly PageRuns pages = new();
    private readonly NarratedBlocks narrated = new();
    private readonly PlaceholderText placeholders;
    private readonly AccountsTableBlocks tables;

    private Assembler(
        DepartmentAccounts accounts, TemplateSet set, IReadOnlyDictionary<string, IReadOnlyList<Block>> sections, CancellationToken cancellation)
    {
        this.accounts = accounts;
        this.set = set;
        this.sections = sections;
        this.cancellation = cancellation;
        placeholders = new PlaceholderText(accounts, set.Facts, findings);
        tables = new AccountsTableBlocks(set, placeholders, findings);
    }

    /// <summary>The whole document, and what was found wrong on the way; there is a document even then, so that a draft can be seen.</summary>
    /// <param name="sections">The narrated blocks by section file (sections/收入.sbn).</param>
    /// <param name="created">The moment written into the files.</param>
    /// <param name="draftNotice">Printed on a draft; null for a clean document.</param>
    public static Result<Document> Assemble(
        DepartmentAccounts accounts, TemplateSet set, IReadOnlyDictionary<string, IReadOnlyList<Block>> sections,
        DateTimeOffset created, string? draftNotice = null, CancellationToken cancellation = default) =>
        new Assembler(accounts, set, sections, cancellation).Run(created, draftNotice);

    /// <summary>The published tables alone, each with its title and notes: what the Excel export shows of accounts.</summary>
    public static Result<Document> AssembleTables(DepartmentAccounts accounts, TemplateSet set, DateTimeOffset created)
    {
        var assembler = new Assembler(accounts, set, new Dictionary<string, IReadOnlyList<Block>>(), default);
        for (var i = 0; i < set.Tables.Count; i++)
        {
            assembler.AddTable(set.Tables[i].Key, null, $"s0-{i + 1}", ownPage: true);
        }

        return assembler.Finish(created, null);
    }

    private Result<Document> Run(DateTimeOffset created, string? draftNotice)
    {
        AddCover();
        for (var part = 0; part < set.Outline.Parts.Count; part++)
        {
            cancellation.ThrowIfCancellationRequested();
            AddPart(set.Outline.Parts[part], part);
        }

        return Finish(created, draftNotice);
    }

    private Result<Document> Finish(DateTimeOffset created, string? draftNotice)
    {
        var title = string.Concat(set.Outline.Cover.TitleLines.Select(Fill));
        var metadata = new DocumentMetadata(title, accounts.UnitName, accounts.FiscalYear, created, draftNotice)
        {
            RunningHead = set.Outline.RunningHead is { } head ? Fill(head) : null,
            FileName = set.Outline.FileName is { } name ? Fill(name) : null,
        };
        return new Result<Document>(new Document(metadata, pages.Close()), findings);
    }

    private void AddCover()
    {
        var cover = set.Outline.Cover;
        pages.AddSection(
            new PageSetup(Numbered: false),
            new Cover([.. cover.TitleLines.Select(Fill)], Fill(cover.Date), [.. cover.Extras.Select(Fill).Select(Extra)]) { Below = [.. cover.Below.Select(Fill).Select(Extra)] });
        if (set.Outline.ContentsTitle is { } title)
        {
            pages.AddSection(new PageSetup(), new TableOfContents(Fill(title)));
        }
    }

    private static CoverLine Extra(string line) =>
        line.Split('：', 2) is [var label, var value] ? new CoverLine(label, value) : new CoverLine("", line);

    private void AddPart(OutlinePart part, int index)
    {
        pages.StartPage(TitlePage(part));
        pages.Add(new Heading(1, [new Text(Fill(part.Title))], Ids.Part(index))
        {
            Style = HeadingStyle.Part,
            InContents = true,
            ContentsText = part.ContentsText is { } contents ? Fill(contents) : null,
        });
        AddAnnexList(part, index);
        for (var i = 0; i < part.Items.Count; i++)
        {
            AddItem(part.Items[i], Ids.Item(index, i), ownPage: i > 0 || part.TitlePage);
        }
    }

    // A title that has no page of its own stands on the page of the table below it.
    private PageSetup TitlePage(OutlinePart part) =>
        !part.TitlePage && part.Items is [{ Table: { } key }, ..] && set.Table(key) is { } layout ? TablePage(layout) : new PageSetup();

    private static PageSetup TablePage(TableLayout layout) => new(layout.Orientation, Kind: PageKind.Tables);

    // A part of annexes names them all below its title; each then follows on pages of its own.
    private void AddAnnexList(OutlinePart part, int index)
    {
        for (var i = 0; i < part.Items.Count; i++)
        {
            if (part.Items[i] is { Annex: not null, Title: { } title })
            {
                pages.Add(new Heading(2, [new Text(Fill(title))], Ids.Item(index, i)));
            }
        }

        if (part.Items.Any(item => item.Annex is not null) && accounts.Facts.Field("绩效自评", "附件说明") is { Text: { } note } value)
        {
            var origin = new FactSource("绩效自评", "", accounts.Facts.Records("绩效自评")[0], accounts.Facts).Origin("附件说明", value);
            pages.Add(note.Split('\n').Select(line => new Paragraph([new Text(line, origin)])));
        }
    }

    private void AddItem(OutlineItem item, string id, bool ownPage)
    {
        switch (item)
        {
            case { Section: { } section }:
                AddSection(section, item, id);
                break;
            case { Table: { } table }:
                AddTable(table, item.ContentsText ?? item.Title, id, ownPage);
                break;
            case { Annex: { } annex }:
                AddAnnex(annex, id);
                break;
        }
    }

    private void AddSection(string file, OutlineItem item, string id)
    {
        pages.Turn(new PageSetup());
        if (item.Title is { } title)
        {
            pages.Add(new Heading(2, [new Text(Fill(title))], id) { InContents = true, ContentsText = item.ContentsText is { } contents ? Fill(contents) : null });
        }

        if (sections.TryGetValue(file, out var blocks))
        {
            pages.Add(narrated.Fit(blocks, id));
            return;
        }

        findings.Add(new Finding(Severity.Error, "ASM-07", $"没有“{file}”的文字，这一节是空的", [new Place(file)]));
    }

    private void AddTable(string key, string? title, string id, bool ownPage)
    {
        if (set.Table(key) is not { } layout)
        {
            findings.Add(new Finding(Severity.Error, "ASM-08", $"模板集没有{key}的表样", [new Place(OutlineFile)]));
            return;
        }

        if (!accounts.Tables.TryGetValue(key, out var table))
        {
            findings.Add(new Finding(Severity.Error, "ASM-08", $"数据里没有{key}（{layout.Name}），请导入", []));
            return;
        }

        var setup = TablePage(layout);
        if (ownPage)
        {
            pages.StartPage(setup);
        }

        pages.Turn(setup);
        pages.Add(new Heading(2, [new Text(tables.Title(layout))], id)
        {
            Style = HeadingStyle.TableTitle,
            InContents = true,
            ContentsText = title is null ? null : Fill(title),
        });
        pages.Add(tables.Build(layout, table));
    }

    private void AddAnnex(string annex, string id)
    {
        var reader = new FactReader(accounts.Facts, findings);
        var facts = new FactCells(findings);
        var overall = new OverallEvaluation(reader, set.Forms, facts, pages);
        var projects = new ProjectEvaluations(reader, set.Facts, set.Forms, facts, pages);
        switch (annex)
        {
            case "整体自评" when overall.Any:
                overall.Add($"{id}-a");
                break;
            case "项目自评" when projects.Any:
                projects.Add($"{id}-a");
                break;
            case "整体自评" or "项目自评":
                findings.Add(new Finding(Severity.Error, "ASM-09", $"附件“{annex}”没有内容，请填写文字资料“{annex}表”", []));
                break;
            default:
                findings.Add(new Finding(Severity.Error, "ASM-10", $"附件“{annex}”不认识，可用的有 整体自评、项目自评", [new Place(OutlineFile)]));
                break;
        }
    }

    private string Fill(string text) => placeholders.Fill(text, OutlineFile);
}
