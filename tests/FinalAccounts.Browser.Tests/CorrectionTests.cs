using System.Text.RegularExpressions;
using FinalAccounts.Service.People;
using Microsoft.Playwright;

namespace FinalAccounts.Browser.Tests;

/// <summary>From a finding to its cell and back, with the effect seen at once.</summary>
[Collection("browser")]
public sealed partial class CorrectionTests(Served served)
{
    [Fact]
    public async Task AMistakeIsShownWhileItIsTypedAndMendedFromItsFindingInFourClicks()
    {
        var page = await served.OpenAsync(Roles.Finance);
        await page.GotoAsync(Served.Year + "/corrections/new?sheet=表01&row=收入总计&column=金额");
        var value = page.GetByLabel("更正为");
        await Assertions.Expect(value).ToHaveValueAsync("95,205.29");
        await value.FillAsync("");
        await value.PressSequentiallyAsync("952052900");
        await Assertions.Expect(value).ToHaveValueAsync("952,052,900");
        await Assertions.Expect(page.Locator("output.money")).ToHaveTextAsync("万元显示为 952,052,900.00（9,520,529,000,000.00 元）");
        await page.GetByLabel("理由").FillAsync("试");
        await page.GetByRole(AriaRole.Button, new() { Name = "更正", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("原来 95,205.29 万元，改为 952,052,900.00 万元：是原来的 10,000 倍");
        await page.GetByRole(AriaRole.Button, new() { Name = "确实如此，更正" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("新增");
        await Assertions.Expect(page.Locator("td.bad", new() { HasText = "952,052,900.00" })).ToBeVisibleAsync();

        await page.GotoAsync(Served.Year + "/findings?severity=Error&sheet=表01");
        var name = await page.EvaluateAsync<string>("[...document.querySelectorAll('.findings .place a')].find(link => new URL(link.href).searchParams.get('row') === '收入总计').textContent");
        var clicks = new Clicks();
        await clicks.OnAsync(page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).First);

        // The cursor stands in the field already.
        await Assertions.Expect(value).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("95205.29");
        await clicks.FillAsync(page.GetByLabel("理由"), "改回");
        await clicks.OnAsync(page.GetByRole(AriaRole.Button, new() { Name = "更正", Exact = true }));
        await clicks.OnAsync(page.GetByRole(AriaRole.Button, new() { Name = "确实如此，更正" }));
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync(Settled());
        clicks.AtMost(4);
        await page.Context.CloseAsync();
    }

    [GeneratedRegex("消除 \\d+，")]
    private static partial Regex Settled();
}
