using System.Globalization;
using System.Text.Json;
using FinalAccounts.Accounts;
using FinalAccounts.Import.FactSheets;
using FinalAccounts.Templates;

namespace FinalAccounts.Import.Json;

/// <summary>Reads the facts of the canonical form by the set's schema; a value is written plainly or as an object with its place.</summary>
internal sealed class FactsJsonReader(FactsSchema schema, JsonScope scope, ImportFindings findings)
{
    public Facts Read(JsonTree node)
    {
        var sheets = new Dictionary<string, FactSheet>();
        foreach (var (name, value) in scope.Members(node))
        {
            if (schema.Sheet(name) is { } sheet)
            {
                sheets.Add(name, Sheet(sheet, value));
            }
            else
            {
                var near = LooseText.Nearest(name, schema.Sheets.Select(known => known.Name)) is { } known ? $"是否应为“{known}”？{NameDifference.Of(name, known)}" : "";
                findings.Error("IMP-51", $"{value.Path}：文字资料没有“{name}”这一部分，没有读取。{near}", scope.Place(value));
            }
        }

        return ZeroFields.Fill(schema, new Facts(sheets), findings);
    }

    private FactSheet Sheet(FactSheetSchema sheet, JsonTree node)
    {
        var records = scope.Items(node).Select(item => Record(sheet, item)).ToList();
        if (!sheet.IsRecords && records.Count > 1)
        {
            scope.Wrong(node, $"“{sheet.Name}”只能有一条记录。");
        }

        // A fields sheet that has blank cells only has no record.
        return sheet.IsRecords ? new FactSheet(sheet.Name, records)
            : new FactSheet(sheet.Name, records.FindAll(record => record.Values.Count > 0)) { Blanks = records is [var one, ..] ? one.Blanks : FactRecord.NoBlanks };
    }

    private FactRecord Record(FactSheetSchema sheet, JsonTree node)
    {
        var values = new Dictionary<string, FactValue>();
        var blanks = new Dictionary<string, Documents.Place>();
        foreach (var (name, value) in scope.Members(node))
        {
            if (sheet.Field(name) is not { } field)
            {
                var near = LooseText.Nearest(name, sheet.Fields.Select(known => known.Name)) is { } known ? $"是否应为“{known}”？{NameDifference.Of(name, known)}" : "";
                findings.Error("IMP-51", $"{value.Path}：“{sheet.Name}”没有“{name}”这一项，没有读取。{near}", scope.Place(value));
            }
            else if (Value(field, value) is { } read)
            {
                values.Add(name, read);
            }
            else if (IsBlankCell(value) && scope.StatedPlace(value) is { } place)
            {
                blanks[name] = place;
            }
        }

        foreach (var field in sheet.Fields.Where(field => field.IsAsked && !values.ContainsKey(field.Name)))
        {
            findings.Error("IMP-52", $"{sheet.Name}，“{field.Name}”：必填，现在是空的。请填写。", blanks.GetValueOrDefault(field.Name) ?? scope.Place(node));
        }

        return new FactRecord(values) { Blanks = blanks };
    }

    private static bool IsBlankCell(JsonTree node) => node.Kind == JsonValueKind.Object && node.Members is [{ Name: "place" }];

    private FactValue? Value(FactField field, JsonTree node)
    {
        if (node.Kind == JsonValueKind.Null || IsBlankCell(node))
        {
            return null;
        }

        var place = scope.StatedPlace(node);
        var content = node;
        string? kind = null;
        if (node.Kind == JsonValueKind.Object)
        {
            scope.Unknown(node, "text", "number", "date", "flag", "error", "place");
            var others = 0;
            foreach (var (name, value) in node.Members)
            {
                if (name != "place")
                {
                    (kind, content, others) = (name, value, others + 1);
                }
            }

            if (others != 1)
            {
                scope.Wrong(node, "应有 text、number、date、flag、error 中的一个。");
                return null;
            }
        }

        if (kind == "error" && content.Text is { } error)
        {
            findings.Error("IMP-55", $"{node.Path}：内容有误“{error}”。请改正。", place ?? scope.Place(node));
            return new FactValue(place) { Error = error };
        }

        if (!JsonScope.IsPossible(content))
        {
            findings.Error("IMP-53", $"{content.Path}：{FigureText.TooLarge}。", scope.Place(content));
            return new FactValue(place) { Error = content.Number?.ToString(CultureInfo.InvariantCulture) ?? "#NUM!" };
        }

        return (field.Type, content) switch
        {
            (FactType.Text or FactType.Prose, { Text: { } text }) when kind is null or "text" => new FactValue(place) { Text = text },
            (FactType.Choice, { Text: { } choice }) when field.Options.Contains(choice) => new FactValue(place) { Text = choice },
            (FactType.Choice, { Text: { } choice }) => Unknown(field, node, choice, place),
            (FactType.Date, { Text: { } date }) when DateText.Read(date) is var (day, exactness) => new FactValue(place) { Date = day, Exactness = exactness },
            (FactType.Flag, { Kind: JsonValueKind.True or JsonValueKind.False }) => new FactValue(place) { Flag = content.Kind == JsonValueKind.True },
            (FactType.Integer, { Number: { } count }) when count == decimal.Truncate(count) => new FactValue(place) { Number = count },
            (FactType.Money or FactType.Decimal or FactType.Percent, { Number: { } number }) => new FactValue(place) { Number = number },
            _ => Wrong(field, node, content, place),
        };
    }

    private FactValue Unknown(FactField field, JsonTree node, string choice, Documents.Place? place)
    {
        findings.Error("IMP-54", $"{node.Path}：“{choice}”不在可选项里。可选：{string.Join("、", field.Options)}。", scope.Place(node));
        return new FactValue(place) { Error = choice };
    }

    private FactValue Wrong(FactField field, JsonTree node, JsonTree content, Documents.Place? place)
    {
        var expected = field.Type switch
        {
            FactType.Date => "日期文字，如 \"2024-05-15\"、\"2024-05\"",
            FactType.Flag => "true 或 false",
            FactType.Integer => "整数",
            FactType.Money => "数字（元）",
            FactType.Percent => "比率（100% 写作 1）",
            FactType.Decimal => "数字",
            _ => "文字",
        };
        findings.Error("IMP-53", $"{node.Path}：应为{expected}。", scope.Place(node));
        return new FactValue(place) { Error = content.Text ?? content.Number?.ToString(CultureInfo.InvariantCulture) ?? content.Kind.ToString() };
    }
}
