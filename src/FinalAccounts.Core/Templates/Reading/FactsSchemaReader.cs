using FinalAccounts.Templates.Yaml;

namespace FinalAccounts.Templates.Reading;

/// <summary>Reads facts.yaml.</summary>
internal static class FactsSchemaReader
{
    private static readonly Dictionary<string, bool> Kinds = new() { ["fields"] = false, ["records"] = true };

    private static readonly Dictionary<string, FactType> Types = new()
    {
        ["text"] = FactType.Text,
        ["prose"] = FactType.Prose,
        ["money"] = FactType.Money,
        ["integer"] = FactType.Integer,
        ["decimal"] = FactType.Decimal,
        ["percent"] = FactType.Percent,
        ["date"] = FactType.Date,
        ["choice"] = FactType.Choice,
        ["flag"] = FactType.Flag,
    };

    /// <summary>The schema; mistakes go to the log.</summary>
    public static FactsSchema Read(MapReader map)
    {
        var sheets = new List<FactSheetSchema>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sheet in map.Maps("sheets", "一张资料表"))
        {
            var name = sheet.Text("name");
            if (!names.Add(name))
            {
                map.Log.Fatal("TPL-05", $"资料表“{name}”写了两次", sheet.PlaceOf("name"));
            }

            sheets.Add(new FactSheetSchema(name, sheet.Choice("kind", Kinds), sheet.OptionalText("hint"), Fields(sheet)) { Carry = sheet.Flag("carry") });
            sheet.End();
        }

        map.End();
        return new FactsSchema(sheets);
    }

    private static List<FactField> Fields(MapReader sheet)
    {
        var fields = new List<FactField>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var map in sheet.Maps("fields", "一个资料项目"))
        {
            var field = new FactField(
                map.Text("name"), map.Choice("type", Types), map.Flag("required"),
                map.OptionalText("unit"), map.OptionalText("hint"), map.Texts("options"))
            {
                IsCode = map.Flag("code"),
                RequiredIfPrinted = map.Flag("requiredIfPrinted"),
                Zero = map.Flag("zero"),
                Carry = map.Flag("carry"),
                From = map.OptionalText("from"),
                Default = map.OptionalText("default"),
                DefaultPlace = map.PlaceOf("default"),
                LastYear = map.OptionalText("lastYear"),
                Names = map.OptionalText("names"),
            };
            map.End();
            Check(field, map, names);
            fields.Add(field);
        }

        return fields;
    }

    private static void Check(FactField field, MapReader map, HashSet<string> names)
    {
        if (!names.Add(field.Name))
        {
            map.Log.Fatal("TPL-05", $"项目“{field.Name}”写了两次", map.PlaceOf("name"));
        }

        if (field.Type == FactType.Money && field.Unit is not ("万元" or "元"))
        {
            map.Log.Fatal("TPL-04", $"金额“{field.Name}”要写 unit: 万元 或 元", map.PlaceOf("unit"));
        }

        if (field.Default is not null && (!field.IsNumber || field.Zero))
        {
            map.Log.Fatal("TPL-04", $"“{field.Name}”：default 是算出数的公式，只用于金额、数和百分数，不与 zero 同时写", map.PlaceOf("default"));
        }

        if (field.Type == FactType.Choice != field.Options.Count > 0)
        {
            map.Log.Fatal("TPL-04", $"“{field.Name}”：options 与 type: choice 要同时写", map.PlaceOf("options"));
        }
    }
}
