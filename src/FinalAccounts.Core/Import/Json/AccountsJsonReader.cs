using System.Text.Json;
using FinalAccounts.Accounts;
using FinalAccounts.Import.Tables;
using FinalAccounts.Templates;

namespace FinalAccounts.Import.Json;

/// <summary>Reads the canonical form and holds it against the template set: tables, rows, columns, subjects, facts.</summary>
internal sealed class AccountsJsonReader(TemplateSet set, ImportRequest request, ImportFindings findings)
{
    public DepartmentAccounts? Read(ImportFile file, CancellationToken cancellation)
    {
        if (Parse(file) is not { } root)
        {
            return null;
        }

        var scope = new JsonScope(file.Name, findings);
        if (root.Kind != JsonValueKind.Object)
        {
            scope.Wrong(root, "最外层应为对象 { … }。");
            return null;
        }

        scope.Unknown(root, "$schema", "version", "unit", "year", "tables", "facts", "carriedOver", "prior");
        if (scope.Integer(scope.Needed(root, "version")) is { } version && version != AccountsJson.Version)
        {
            scope.Wrong(root.Member("version")!, $"版本是 {version}，本程序读取版本 {AccountsJson.Version}。请用相应版本的程序重新导出。");
        }

        var year = request.FiscalYear ?? set.FiscalYear;
        cancellation.ThrowIfCancellationRequested();
        var accounts = Accounts(scope, root, request.UnitName, year);
        if (accounts is not null && root.Member("prior") is { Kind: not JsonValueKind.Null } prior)
        {
            cancellation.ThrowIfCancellationRequested();
            scope.Unknown(prior, "unit", "year", "tables", "facts", "carriedOver");
            accounts = accounts with { Prior = Accounts(scope, prior, accounts.UnitName, year - 1) };
        }

        return accounts;
    }

    private JsonTree? Parse(ImportFile file)
    {
        if (file.Content.Length > ImportLimits.FileBytes)
        {
            findings.Fatal("IMP-01", $"文件有 {file.Content.Length / 1048576.0:0.0} MB，超过 {ImportLimits.FileBytes / 1048576} MB 的上限。", new Place(file.Name));
            return null;
        }

        try
        {
            var tree = JsonTree.Parse(file.Content.Span);
            var scope = new JsonScope(file.Name, findings);
            tree.Replace((text, node) => Files.Unprintable.AreAllPlain(text) ? text : Files.Unprintable.Clean(text, "文字", scope.StatedPlace(node) ?? scope.Place(node), findings));
            return tree;
        }
        catch (JsonException e)
        {
            var (line, column) = ((int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0) + 1);
            findings.Fatal("IMP-60", $"不是正确的 JSON：第 {line} 行第 {column} 个字节附近有语法错误（检查引号、逗号和括号）。", new Place(file.Name, Line: line, Column: column));
        }
        catch (InvalidOperationException)
        {
            findings.Fatal("IMP-60", "JSON 里有不是 UTF-8 的文字。请存为 UTF-8 编码。", new Place(file.Name));
        }

        return null;
    }

    private DepartmentAccounts? Accounts(JsonScope scope, JsonTree node, string? expectedUnit, int expectedYear)
    {
        var unit = scope.Text(scope.Needed(node, "unit"));
        var year = scope.Integer(scope.Needed(node, "year"));
        if (unit is not null && expectedUnit is not null && !UnitNames.AreSame(unit, expectedUnit))
        {
            findings.Fatal("IMP-13", $"{node.Path}.unit：单位是“{unit}”，应为“{expectedUnit}”。请换成本单位的文件。", scope.Place(node.Member("unit")!));
        }

        if (year is not null && year != expectedYear)
        {
            findings.Fatal("IMP-12", $"{node.Path}.year：年度是 {year}，应为 {expectedYear}。请换成 {expectedYear} 年度的文件。", scope.Place(node.Member("year")!));
        }

        var stated = node.Member("facts");
        var tables = Tables(scope, scope.Needed(node, "tables"), expectedYear, alone: stated is not null);
        var facts = stated is not null ? Carried(new FactsJsonReader(set.Facts, scope, findings).Read(stated), scope, node.Member("carriedOver")) : Facts.Empty;
        return unit is null || year is null ? null : new DepartmentAccounts(unit, year.Value, tables, facts);
    }

    private static Facts Carried(Facts facts, JsonScope scope, JsonTree? names)
    {
        var carried = scope.Items(names).Select(scope.Text).OfType<string>().ToHashSet();
        return carried.Count == 0 ? facts : new Facts(facts.Sheets.ToDictionary(pair => pair.Key, pair => carried.Contains(pair.Key) ? pair.Value with { CarriedOver = true } : pair.Value));
    }

    private Dictionary<string, AccountsTable> Tables(JsonScope scope, JsonTree? node, int year, bool alone)
    {
        var tables = new Dictionary<string, AccountsTable>();
        if (node is null)
        {
            return tables;
        }

        foreach (var (key, value) in scope.Members(node))
        {
            if (set.Table(key) is not { } layout)
            {
                findings.Error("IMP-62", $"{value.Path}：模板集没有“{key}”这张表，没有读取。可用的表：{string.Join("、", set.Tables.Select(table => table.Key))}。", scope.Place(value));
            }
            else if (new TableJsonReader(layout, scope, findings).Read(value) is { } table)
            {
                tables.Add(key, table);
            }
        }

        if (alone && tables.Count == 0 && node.Kind == JsonValueKind.Object && !scope.Members(node).Any())
        {
            findings.Error("IMP-08", Importer.NoTablesYet, scope.Place(node));
            return tables;
        }

        foreach (var layout in set.Tables.Where(layout => node.Kind == JsonValueKind.Object && node.Member(layout.Key) is null))
        {
            findings.Fatal("IMP-10", $"{node.Path}：缺少 {layout.Key}《{layout.Name}》。请补上；没有数的表写空的 rows。", scope.Place(node));
        }

        new SubjectNames(set, year, findings).Check(tables.Values.Where(table => set.Table(table.Key)!.Kind == RowKind.Subjects));
        return tables;
    }
}
