using FinalAccounts.Auditing;

namespace FinalAccounts.Tests.Auditing;

public sealed class AuditWordingTests
{
    [Theory]
    [InlineData("请换成 2023 年度的工作簿，或改正标题里的年份。", "请换成 2023 年度的文档，或改正标题里的年份。")]
    [InlineData("请核对表头的写法（例如“科目编码”）；本省的写法不同的，在模板集的 synonyms.yaml 里加上。读到的表头：", "请核对表头的写法（例如“科目编码”）。读到的表头：")]
    [InlineData("没有导入表02", "没有读到表02")]
    [InlineData("把另一份移到别的工作簿里再导入。", "删去另一份。")]
    public void WhatIsSaidOfWorkbooksIsSaidOfDocuments(string message, string said) => Assert.Equal(said, AuditWording.Of(message));
}
