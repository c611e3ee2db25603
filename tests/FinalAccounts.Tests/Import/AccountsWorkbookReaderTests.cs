using FinalAccounts.Accounts;

namespace FinalAccounts.Tests.Import;

public sealed class AccountsWorkbookReaderTests
{
    private static DepartmentAccounts Read(XlsxBuilder workbook)
    {
        var result = ImportCase.Import(workbook);
        Assert.True(result.Succeeded, ImportCase.Print(result.Findings));
        return result.Value!;
    }

    [Fact]
    public void AWellFormedWorkbookIsReadWithoutAFinding()
    {
        var result = ImportCase.Import(ImportCase.Workbook());
        Assert.Equal("", ImportCase.Print(result.Findings));
        var accounts = result.Value!;
        Assert.Equal((ImportCase.Unit, 2023), (accounts.UnitName, accounts.FiscalYear));
        Assert.Equal(["表01", "表03", "表04", "表06", "表07", "表09"], accounts.Tables.Keys.Order());
    }

    [Fact]
    public void MoneyIsKeptInYuanWithItsPlace()
    {
        var cell = Read(ImportCase.Workbook()).Tables["表01"].Cell("收入总计", "金额");
        Assert.Equal(1_089_000m, cell.Value);
        Assert.Equal("公开表.xlsx ▸ 公开1 ▸ C11", cell.Place!.ToString());
    }

    [Fact]
    public void NamesakeRowsOfTwoBlocksStayApart()
    {
        var accounts = Read(ImportCase.Workbook("年末结转和结余|8|=18.65\n总　计|4|=108.9|总　计|9|=108.9", "年末结转和结余|8|=18.65\n总　计|4|=108.9|总　计|9|=108.8"));
        Assert.Equal(1_089_000m, accounts.Tables["表01"].Cell("收入总计", "金额").Value);
        Assert.Equal(1_088_000m, accounts.Tables["表01"].Cell("支出总计", "金额").Value);
    }

    [Fact]
    public void RowsWithTheSameLabelInOneBlockAreToldApart()
    {
        var table = Read(ImportCase.Workbook()).Tables["表04"];
        Assert.Equal(1_005_000m, table.Cell("一般公共预算财政拨款", "决算数").Value);
        Assert.Equal(84_000m, table.Cell("年初一般公共预算财政拨款", "决算数").Value);
        var without = Read(ImportCase.Workbook("一、一般公共预算财政拨款|1|", "一般公共预算财政拨款|1|")).Tables["表04"];
        Assert.Equal(1_005_000m, without.Cell("一般公共预算财政拨款", "决算数").Value);
        Assert.Equal(84_000m, without.Cell("年初一般公共预算财政拨款", "决算数").Value);
    }

    [Fact]
    public void SumMergedOverTheNextBlockFindsItsFigure()
    {
        var table = Read(ImportCase.Workbook()).Tables["表06"];
        Assert.Equal(200_000m, table.Cell("公用经费合计", "决算数").Value);
        Assert.Equal(400_000m, table.Cell("人员经费合计", "决算数").Value);
        Assert.Equal(200_000m, Read(ImportCase.Workbook("公用经费合计|<|<|<|<|=20", "公用经费合计|||||=20")).Tables["表06"].Cell("公用经费合计", "决算数").Value);
    }

    [Fact]
    public void NamesakeColumnsAreToldApartByTheGroupAbove()
    {
        var table = Read(ImportCase.Workbook()).Tables["表09"];
        Assert.Equal(
            [150_000m, 10_000m, 120_000m, 60_000m, 20_000m, 140_000m, 10_000m, 115_000m, 55_000m, 15_000m],
            ImportCase.Set.Table("表09")!.ValueColumns.Select(column => table.Cell("合计", column).Value));
    }

    [Fact]
    public void EmptyTableIsRecognised()
    {
        var table = Read(ImportCase.Workbook()).Tables["表07"];
        Assert.True(table.IsEmpty);
        Assert.Null(Assert.Single(table.Rows).Cell("小计").Value);
    }

    [Fact]
    public void SubjectsKeepTheirOrderNamesAndCodes()
    {
        var rows = Read(ImportCase.Workbook()).Tables["表03"].Rows;
        Assert.Equal(["合计", "201", "20103", "2010301", "2010302"], rows.Select(row => row.Key));
        Assert.Equal("政府办公厅（室）及相关机构事务", rows[2].Name);
        Assert.Null(rows[3].Cell("项目支出").Value);
    }

    [Theory]
    [InlineData("2010301|<|<|", "201|03|01|")]
    [InlineData("2010301|<|<|", "201|20103|2010301|")]
    [InlineData("2010301|<|<|", "||01|")]
    [InlineData("2010301|<|<|", "=2010301|||")]
    [InlineData("2010301|<|<|", "２０１０３０１|||")]
    public void CodeColumnMayBeOneCellOrSplit(string from, string to)
    {
        var table = Read(ImportCase.Workbook(from, to)).Tables["表03"];
        Assert.Equal(600_000m, table.Cell("2010301", "基本支出").Value);
    }

    [Theory]
    [InlineData("=108.9|总　计|9", "=108.90000000000001|总　计|9", 1_089_000)]
    [InlineData("=108.9|总　计|9", "108.90|总　计|9", 1_089_000)]
    [InlineData("=108.9|总　计|9", "１０８．９０|总　计|9", 1_089_000)]
    [InlineData("=108.9|总　计|9", "95,205.29|总　计|9", 952_052_900)]
    [InlineData("=108.9|总　计|9", "=95205.289999999994|总　计|9", 952_052_900)]
    [InlineData("=108.9|总　计|9", "（1，108.90）|总　计|9", -11_089_000)]
    [InlineData("=108.9|总　计|9", "－3|总　计|9", -30_000)]
    [InlineData("=108.9|总　计|9", "—|总　计|9", null)]
    [InlineData("=108.9|总　计|9", "－|总　计|9", null)]
    [InlineData("=108.9|总　计|9", "=0|总　计|9", 0)]
    public void FiguresAreReadAsPeopleTypeThem(string from, string to, int? yuan) =>
        Assert.Equal(yuan, Read(ImportCase.Workbook(from, to)).Tables["表01"].Cell("收入总计", "金额").Value);

    [Fact]
    public void TableInYuanIsReadInYuan()
    {
        var table = Read(new XlsxBuilder()
            .Sheet("1", ImportCase.Table01.Replace("万元", "元")).Sheet("3", ImportCase.Table03).Sheet("4", ImportCase.Table04)
            .Sheet("6", ImportCase.Table06).Sheet("7", ImportCase.Table07).Sheet("9", ImportCase.Table09)).Tables;
        Assert.Equal((MoneyUnit.Yuan, 108.9m), (table["表01"].Unit, table["表01"].Cell("收入总计", "金额").Value));
        Assert.Equal((MoneyUnit.TenThousandYuan, 1_089_000m), (table["表04"].Unit, table["表04"].Cell("收入总计", "决算数").Value));
    }

    [Fact]
    public void TablesMayStandAnywhereAndTogether()
    {
        var workbook = new XlsxBuilder()
            .Sheet("目录", "目录\n一、收入支出决算总表|1\n二、支出决算表|2\n三、财政拨款收入支出决算总表")
            .Sheet("说明", "2023年的数|=12345.67\n随便写写|=1")
            .Sheet("全部", ImportCase.Table01, 4, 3).And(ImportCase.Table03, 30, 1).And(ImportCase.Table04, 55).And(ImportCase.Table06, 55, 9).And(ImportCase.Table07, 80).And(ImportCase.Table09, 95, 5);
        var result = ImportCase.Import(workbook);
        Assert.Equal("", ImportCase.Print(result.Findings));
        Assert.Equal("公开表.xlsx ▸ 全部 ▸ F15", result.Value!.Tables["表01"].Cell("收入总计", "金额").Place!.ToString());
        Assert.Equal(200_000m, result.Value.Tables["表06"].Cell("公用经费合计", "决算数").Value);
        Assert.Equal(140_000m, result.Value.Tables["表09"].Cell("合计", "决算合计").Value);
    }

    [Fact]
    public void ColumnsMayStandInAnotherOrder()
    {
        var table = Read(new XlsxBuilder()
            .Sheet("1", ImportCase.Table01).Sheet("4", ImportCase.Table04).Sheet("6", ImportCase.Table06).Sheet("7", ImportCase.Table07).Sheet("9", ImportCase.Table09)
            .Sheet("3", """
                2023年度支出决算表
                部门：测试局（本级）|||金额单位：万元
                项目支出|科目编码|基本支出|科目名称|本年支出合计
                =30.25||=60|合计|=90.25
                =30.25|201|=60|一般公共服务支出|=90.25
                """)).Tables["表03"];
        Assert.Equal(
            [902_500m, 600_000m, 302_500m],
            new[] { "本年支出合计", "基本支出", "项目支出" }.Select(column => table.Cell("201", column).Value));
    }

    [Fact]
    public void HeaderWithoutMergedCellsIsReadAsWell()
    {
        var table = Read(new XlsxBuilder()
            .Sheet("1", ImportCase.Table01).Sheet("3", ImportCase.Table03).Sheet("4", ImportCase.Table04).Sheet("6", ImportCase.Table06).Sheet("7", ImportCase.Table07)
            .Sheet("9", ImportCase.Table09.Replace("<", "").Replace("^", ""))).Tables["表09"];
        Assert.Equal((150_000m, 55_000m), (table.Cell("合计", "预算合计").Value, table.Cell("合计", "决算用车购置").Value));
    }

    [Theory]
    [InlineData("2023年度支出决算表", "测试局（本级）2023年度部门支出决算表")]
    [InlineData("2023年度支出决算表", "二〇二三年度支出决算表")]
    [InlineData("2023年度支出决算表", "表三 ２０２３年度 支出 决算表（公开03表）")]
    [InlineData("部门：测试局（本级）", "部门: 测试局(本级)")]
    [InlineData("金额单位：万元", "单 位：万 元")]
    [InlineData("一、一般公共预算财政拨款收入", "一般公共预算\\n财政拨款收入")]
    public void WordingMayVary(string from, string to) =>
        Assert.Equal("", ImportCase.Print(ImportCase.Import(ImportCase.Workbook(from, to)).Findings));
}
