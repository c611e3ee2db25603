using System.Text.RegularExpressions;
using FinalAccounts.Service.People;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static FinalAccounts.Browser.Tests.WorkbenchPage;

namespace FinalAccounts.Browser.Tests;

/// <summary>The template workbench as people who word the text use it.</summary>
[Collection("browser")]
public sealed class WorkbenchTests(Served served, ITestOutputHelper output)
{
    [Fact]
    public async Task ASentenceIsFoundWordedCorrectedAndSeen()
    {
        var page = await served.OpenAsync(Roles.Comms, 1400);
        await page.GotoAsync("/templates");
        await page.GetByRole(AriaRole.Link, new() { Name = "湖北省2023年度部门决算公开", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "二、收入决算情况说明" }).ClickAsync();
        await ShowSourceAsync(page);
        var sheet = page.FrameLocator("#sheet");
        await Assertions.Expect(sheet.Locator("main")).ToContainTextAsync("2023年度收入合计95,196.89万元");

        // A sentence of the preview leads to its line, the cursor's line is marked in the preview.
        await sheet.Locator(".from", new() { HasText = "主要原因" }).First.ClickAsync();
        var line = await sheet.Locator(".from", new() { HasText = "主要原因" }).First.GetAttributeAsync("data-line");
        await Assertions.Expect(page.Locator(".cm-lineNumbers .cm-activeLineGutter")).ToHaveTextAsync(line!);
        await Assertions.Expect(sheet.Locator(".here").First).ToContainTextAsync("主要原因");

        // A figure tells its value and origin.
        await sheet.Locator(".fig").First.FocusAsync();
        Assert.Contains("表02［合计，本年收入合计］", await sheet.Locator(".fig").First.GetAttributeAsync("data-origin"), StringComparison.Ordinal);

        await page.Locator(".cm-content").ClickAsync();
        await page.Keyboard.PressAsync("Control+End");
        foreach (var words in new[] { "\n\n另", "有", "事业收入", "{{ 事业收人 | 万元 }}", "。" })
        {
            await page.Keyboard.TypeAsync(words);
            await Task.Delay(400);
        }

        await Assertions.Expect(page.Locator(".cm-lintRange-error")).ToHaveTextAsync("事业收人");
        await page.Locator("#problems").GetByRole(AriaRole.Button, new() { Name = "改成“事业收入”" }).ClickAsync();
        await Assertions.Expect(sheet.Locator(".here").First).ToContainTextAsync("另有事业收入0万元");
        await Assertions.Expect(page.Locator("#problems")).ToContainTextAsync("没有发现问题");
        await Assertions.Expect(page.Locator("#save-state")).ToContainTextAsync("已保存");
        var times = await page.EvaluateAsync<double[]>("performance.getEntriesByName('preview').slice(1).map(entry => entry.duration)");
        output.WriteLine($"preview after the last key, pause of 150 ms included: {string.Join(", ", times.Select(time => $"{time:0}"))} ms");
        Assert.NotEmpty(times);

        // Found again in printed text and in templates; a hit leads to its line.
        await page.GetByLabel("在全部模板和印出的文字里找").FillAsync("增长");
        await page.Locator(".wb-hits a").First.ClickAsync();
        await page.ArriveAsync(new Regex("line="));
        await page.GotoAsync(Income);
        await Assertions.Expect(page.Locator(".cm-content")).ToContainTextAsync("另有事业收入");

        // Beside it the year before, which this unit has no tables of: said, not left blank.
        await page.GetByLabel("并排对照").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await Assertions.Expect(page.Locator(".wb-sheets .flash:visible")).ToContainTextAsync("没有 2022 年度的数据");

        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "PDF" }).ClickAsync());
        Assert.EndsWith("（模板草稿）.pdf", download.SuggestedFilename, StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Button, new() { Name = "放弃草稿" }).ClickAsync();
        await Assertions.Expect(page.Locator("#save-state")).ToHaveTextAsync("与在用的一致");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task ASentenceIsChangedAndABranchAddedWithoutABrace()
    {
        var page = await served.OpenAsync(Roles.Comms, 1400);
        await page.GotoAsync(Purchases);
        var text = page.Locator(".cm-content");
        var sheet = page.FrameLocator("#sheet").Locator("main");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "文稿", Pressed = true })).ToBeVisibleAsync();
        await Assertions.Expect(text.GetByRole(AriaRole.Button, new() { Name = "数：政府采购总额 28,435.94万元" })).ToBeVisibleAsync();
        await Assertions.Expect(text.GetByRole(AriaRole.Button, new() { Name = "条件：当 选项“采购占比”打开，并且 政府采购总额 有数 时" })).ToBeVisibleAsync();

        // A word, then three cases of a change, chosen by keyboard alone.
        await text.ClickAsync();
        await page.Keyboard.PressAsync("Control+End");
        await page.Keyboard.TypeAsync("以上金额含税。");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("分情况");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#picker-title")).ToContainTextAsync("按哪个数分");
        await page.Keyboard.TypeAsync("收支总计");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("收支有所增加。");
        await Assertions.Expect(sheet).ToContainTextAsync("以上金额含税。");
        await Assertions.Expect(sheet).ToContainTextAsync("收支有所增加。");
        await Assertions.Expect(text.GetByRole(AriaRole.Button, new() { Name = "条件：否则，当 收支总计 比上年减少 时 这个单位不用" })).ToBeVisibleAsync();
        Assert.DoesNotContain("{{", await text.InnerTextAsync(), StringComparison.Ordinal);

        // A change, asked for piece by piece; a brace asks for what can be put in, and is never put in itself.
        await page.Keyboard.PressAsync("Control+End");
        await page.Keyboard.TypeAsync("{增减句");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("本年收入合计");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(sheet).ToContainTextAsync("与2022年度相比，本年收入合计增加14,439.56万元，增长17.9%，主要原因：");
        await page.Keyboard.PressAsync("{");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.TypeAsync("插在后面。");
        await Assertions.Expect(sheet).ToContainTextAsync("插在后面。");

        // A chip tells what it is; met by the arrow, its menu by Enter, gone after the second Backspace, back by undo.
        await page.Keyboard.PressAsync("Control+Home");
        await text.GetByRole(AriaRole.Button, new() { Name = "数：政府采购总额 28,435.94万元" }).ClickAsync();
        await Assertions.Expect(page.Locator(".ms-menu")).ToContainTextAsync("现在印出：28,435.94万元");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("Control+Home");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".ms-menu")).ToContainTextAsync("现在印出：2023");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("Backspace");
        await Assertions.Expect(sheet).ToContainTextAsync("2023年度武汉");
        await page.Keyboard.PressAsync("Backspace");
        await Assertions.Expect(sheet).Not.ToContainTextAsync("2023年度武汉");
        await page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(sheet).ToContainTextAsync("2023年度武汉");
        await Assertions.Expect(page.Locator("#save-state")).ToContainTextAsync("已保存");

        // Three slips are marked and mended by a click each.
        await page.Keyboard.PressAsync("Control+Home");
        await page.Keyboard.TypeAsync("2023年收支总计95,205.29万元，，其它见表。");
        await Assertions.Expect(page.Locator("#problems")).ToContainTextAsync("4 处文字请看一看");
        await Pictures.TakeAsync(page, "guide-2-marks", page.Locator(".wb-editor"));
        foreach (var fix in new[] { "换成本年度", "换成指标“收支总计”", "改成“，”", "改成“其他”" })
        {
            await page.Locator("#problems").GetByRole(AriaRole.Button, new() { Name = fix }).ClickAsync();
            await Assertions.Expect(page.Locator("#problems").GetByRole(AriaRole.Button, new() { Name = fix })).ToHaveCountAsync(0);
        }

        await Assertions.Expect(sheet).ToContainTextAsync("2023年收支总计95,205.29万元，其他见表。");
        await Assertions.Expect(page.Locator("#problems")).ToContainTextAsync("没有发现问题");
        Assert.DoesNotContain("{{", await text.InnerTextAsync() + await page.Locator("#problems").InnerTextAsync(), StringComparison.Ordinal);

        // The source has all of it, and nothing else has changed.
        await ShowSourceAsync(page);
        await Assertions.Expect(text).ToContainTextAsync("{{~ if (收支总计 | 增减词) == \"增加\" ~}}收支有所增加。{{~ else if");
        await Assertions.Expect(page.Locator("#save-state")).ToContainTextAsync("已保存");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(".cm-lineNumbers")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "放弃草稿" }).ClickAsync();
        await Assertions.Expect(page.Locator("#save-state")).ToHaveTextAsync("与在用的一致");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task PrintedPagesFollowTheCaretBothWaysAndBranchesAreReadWithUnitsForWhichTheyHold()
    {
        var page = await served.OpenAsync(Roles.Comms, 1366);
        await page.GotoAsync(Fund);
        var text = page.Locator(".cm-content");
        await page.GetByRole(AriaRole.Button, new() { Name = "页面", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByAltText("第 1 页，共 1 页")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#sheet")).ToBeHiddenAsync();

        // A branch that the unit does not have is shown with a unit that has it, and the pages with it.
        await text.GetByRole(AriaRole.Tab, new() { Name = "只看“有数”，用合这个条件的单位" }).ClickAsync();
        await Assertions.Expect(page.Locator("#supposed")).ToContainTextAsync("虚构的部门：各类资金都有");
        await Assertions.Expect(text.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^数：政府性基金本年收入 [1-9]") })).ToBeVisibleAsync();
        await Assertions.Expect(text.GetByRole(AriaRole.Tab, new() { Selected = true })).ToHaveTextAsync("有数");
        await Pictures.TakeAsync(page, "guide-2-pages");
        await page.GetByRole(AriaRole.Button, new() { Name = "用选定的单位" }).ClickAsync();
        await Assertions.Expect(page.Locator("#supposed")).ToBeHiddenAsync();

        // The caret is shown on the page, a click on a page puts the caret: three pages, the mark on the last.
        await page.GotoAsync(Fund);
        await text.ClickAsync();
        await page.Keyboard.PressAsync("Control+End");
        await page.Keyboard.InsertTextAsync(string.Concat(Enumerable.Repeat("\n\n" + new string('字', 28 * 8) + "。", 6)));
        await Assertions.Expect(page.GetByAltText("第 3 页，共 3 页")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".wb-page").Nth(2).Locator(".wb-here")).ToBeVisibleAsync();
        await page.Locator(".wb-page").First.ScrollIntoViewIfNeededAsync();
        await page.Locator(".wb-page").First.ClickAsync(new() { Position = new() { X = 150, Y = 80 } });
        await Assertions.Expect(page.Locator(".wb-page").First.Locator(".wb-here")).ToBeVisibleAsync();
        await page.GetByLabel("页面的大小").SelectOptionAsync("0.5");
        Assert.InRange((await page.Locator(".wb-page").First.BoundingBoxAsync())!.Width, 390, 400);
        var times = await page.EvaluateAsync<double[]>("performance.getEntriesByName('pages').map(entry => entry.duration)");
        output.WriteLine($"pages after the last key, pause of 150 ms included: {string.Join(", ", times.Select(time => $"{time:0}"))} ms");
        await page.SetViewportSizeAsync(390, 844);
        await page.GetByRole(AriaRole.Button, new() { Name = "预览" }).ClickAsync();
        await Pictures.TakeAsync(page, "look-pages-390");
        await page.GetByRole(AriaRole.Button, new() { Name = "网页", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "文字", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "放弃草稿" }).ClickAsync();
        await Assertions.Expect(page.Locator("#save-state")).ToHaveTextAsync("与在用的一致");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task EverythingOfTheWorkbenchWorksByKeyboardAlone()
    {
        var page = await served.OpenAsync(Roles.Comms, 1400);
        await page.GotoAsync(Duties);
        await ShowSourceAsync(page);
        for (var i = 0; i < 80 && await page.EvaluateAsync<string>("document.activeElement.id") != "editor"; i++)
        {
            await page.Keyboard.PressAsync("Tab");
        }

        await page.Keyboard.PressAsync("Control+End");
        await page.Keyboard.TypeAsync("\n\n收支{{ 收支");
        await Assertions.Expect(page.Locator(".cm-tooltip-autocomplete li").First).ToContainTextAsync("95,205.29万元");

        // A list that has opened less than 75 ms ago takes no key: it may have come under the finger.
        await page.WaitForTimeoutAsync(200);
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync(" | 万");
        await Assertions.Expect(page.Locator(".cm-tooltip-autocomplete li").First).ToContainTextAsync("万元");
        await page.WaitForTimeoutAsync(200);
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("End");

        await page.Keyboard.PressAsync("Alt+i");
        await page.Keyboard.TypeAsync("增减句");
        await Assertions.Expect(page.Locator(".wb-leaf:visible")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".wb-picker")).Not.ToBeVisibleAsync();
        await Assertions.Expect(page.FrameLocator("#sheet").Locator("main")).ToContainTextAsync("收支总计增加14,424.55万元，增长17.9%");
        await page.Keyboard.PressAsync("Control+s");
        await Assertions.Expect(page.Locator("#save-state")).ToContainTextAsync("已保存");

        // Tab leads out of the text, on to the list of mistakes and the preview's figures.
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("F6");
        Assert.Equal("sheet", await page.EvaluateAsync<string>("document.activeElement.id"));
        await page.Context.CloseAsync();
    }
}
