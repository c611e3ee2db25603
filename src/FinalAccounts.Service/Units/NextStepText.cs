namespace FinalAccounts.Service.Units;

/// <summary>The next step in words: for the list, for the unit's page, and where it leads.</summary>
public static class NextStepText
{
    /// <summary>A few characters for lists.</summary>
    public static string Short(NextStep step) => step switch
    {
        NextStep.HandIn => "提交数据",
        NextStep.Accept => "确认数据",
        NextStep.Generate => "生成",
        NextStep.Wait => "正在生成",
        NextStep.Retry => "处理失败",
        NextStep.Correct => "改正错误",
        NextStep.SendToReview => "送审",
        NextStep.Review => "审核",
        NextStep.Publish => "公开",
        _ => "已完成",
    };

    /// <summary>A sentence.</summary>
    public static string Sentence(DisclosureState state)
    {
        return state.Next switch
        {
            NextStep.HandIn => "还没有数据。请提交公开表和文字资料两个工作簿。",
            NextStep.Accept => $"第 {state.PendingNumber} 次提交已读取，请查看问题和变化，确认是否采用。",
            NextStep.Generate when state.EditionNumber is null => state.DataErrors is null ? "数据已采用，正在核对。" : "数据没有错误，可以生成公开文档。",
            NextStep.Generate => $"{Since(state)}有变化，请重新生成。",
            NextStep.Wait => "正在生成公开文档。",
            NextStep.Retry => $"上一次生成没有成功：{state.RunFailure}",
            NextStep.Correct when state.EditionNumber is null => $"数据有 {state.DataErrors} 处错误，不能公开。请先更正；也可以生成草稿，先看全文。",
            NextStep.Correct when state.DataIsNewer => $"{Since(state)}有变化，现在的数据有 {state.DataErrors} 处错误，不能公开。请先更正；也可以重新生成草稿，先看全文。",
            NextStep.Correct => $"第 {state.EditionNumber} 版还有 {state.EditionErrors} 处错误，不能公开。请更正数据后重新生成；确需公开的，由审核人员写明理由。",
            NextStep.SendToReview => $"第 {state.EditionNumber} 版没有错误，可以送审。",
            NextStep.Review => $"第 {state.EditionNumber} 版等待审核。",
            NextStep.Publish => $"第 {state.EditionNumber} 版已审定，可以公开。",
            _ => $"第 {state.PublishedNumber ?? state.EditionNumber} 版已公开，没有要做的事。",
        };
    }

    private static string Since(DisclosureState state) => $"第 {state.EditionNumber} 版之后{string.Join("、", state.Changed ?? ["数据"])}";

    /// <summary>The page of the step; null when there is nothing to do by hand.</summary>
    public static string? Path(DisclosureState state, string home)
    {
        return state.Next switch
        {
            NextStep.HandIn => $"{home}/upload",
            NextStep.Accept => $"{home}/imports/{state.PendingNumber}",
            NextStep.Correct => $"{home}/findings",
            NextStep.SendToReview or NextStep.Review or NextStep.Publish => $"{home}/editions/{state.EditionNumber}",
            NextStep.Wait or NextStep.Retry => $"/runs/{state.RunId}",
            _ => null,
        };
    }
}
