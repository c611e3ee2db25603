namespace FinalAccounts;

/// <summary>What the stages are called wherever people see them.</summary>
public static class StageNames
{
    /// <summary>Chinese.</summary>
    public static string Of(Stage stage) => stage switch
    {
        Stage.Import => "读取数据",
        Stage.Check => "核对",
        Stage.Narrate => "撰写文字",
        Stage.Assemble => "编排",
        Stage.Proofread => "通读",
        Stage.Print => "排版并打印 PDF",
        Stage.Html => "生成 HTML",
        Stage.Word => "生成 Word",
        Stage.Excel => "生成 Excel",
        Stage.Store => "写入文件",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "no such stage"),
    };
}
