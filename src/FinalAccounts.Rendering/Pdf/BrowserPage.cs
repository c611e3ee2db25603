using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FinalAccounts.Rendering.Pdf;

/// <summary>One blank page in a context of its own, without scripts and without network, that takes HTML and gives PDF.</summary>
internal sealed class BrowserPage
{
    private const int ReadSize = 1 << 18;

    private readonly DevToolsConnection connection;
    private readonly string context;
    private readonly string target;
    private readonly string session;

    private BrowserPage(DevToolsConnection connection, string context, string target, string session)
    {
        this.connection = connection;
        this.context = context;
        this.target = target;
        this.session = session;
    }

    public static async Task<BrowserPage> OpenAsync(DevToolsConnection connection, CancellationToken cancellation)
    {
        var context = Text(await connection.CallAsync("Target.createBrowserContext", [], null, cancellation).ConfigureAwait(false), "browserContextId");
        var target = Text(await connection.CallAsync(
            "Target.createTarget", new JsonObject { ["url"] = "about:blank", ["browserContextId"] = context }, null, cancellation)
            .ConfigureAwait(false), "targetId");
        var session = Text(await connection.CallAsync(
            "Target.attachToTarget", new JsonObject { ["targetId"] = target, ["flatten"] = true }, null, cancellation)
            .ConfigureAwait(false), "sessionId");
        var page = new BrowserPage(connection, context, target, session);
        await page.CallAsync("Emulation.setScriptExecutionDisabled", new JsonObject { ["value"] = true }, cancellation).ConfigureAwait(false);
        await page.CallAsync("Network.enable", [], cancellation).ConfigureAwait(false);
        await page.CallAsync(
            "Network.emulateNetworkConditions",
            new JsonObject { ["offline"] = true, ["latency"] = 0, ["downloadThroughput"] = -1, ["uploadThroughput"] = -1 },
            cancellation).ConfigureAwait(false);
        await page.CallAsync("Page.enable", [], cancellation).ConfigureAwait(false);
        await page.CallAsync("Inspector.enable", [], cancellation).ConfigureAwait(false);
        return page;
    }

    /// <summary>Lays the page out on paper.</summary>
    /// <exception cref="BrowserGoneException">The page's process crashed, or the browser ended.</exception>
    public async Task<byte[]> PrintAsync(string html, CancellationToken cancellation)
    {
        var crashed = connection.Next("Inspector.targetCrashed", session);
        var work = LoadAndPrintAsync(html, cancellation);
        if (await Task.WhenAny(work, crashed).ConfigureAwait(false) == crashed && !work.IsCompleted)
        {
            throw new BrowserGoneException();
        }
        return await work.ConfigureAwait(false);
    }

    public async Task CloseAsync(CancellationToken cancellation)
    {
        connection.Forget(session);
        await connection.CallAsync("Target.closeTarget", new JsonObject { ["targetId"] = target }, null, cancellation).ConfigureAwait(false);
        await connection.CallAsync(
            "Target.disposeBrowserContext", new JsonObject { ["browserContextId"] = context }, null, cancellation).ConfigureAwait(false);
    }

    private async Task<byte[]> LoadAndPrintAsync(string html, CancellationToken cancellation)
    {
        var tree = await CallAsync("Page.getFrameTree", [], cancellation).ConfigureAwait(false);
        var frame = Text(tree.GetProperty("frameTree").GetProperty("frame"), "id");
        var loaded = connection.Next("Page.loadEventFired", session);
        // Set into about:blank, so that not even a file of this machine can be named by the page.
        await CallAsync("Page.setDocumentContent", new JsonObject { ["frameId"] = frame, ["html"] = html }, cancellation).ConfigureAwait(false);
        await Task.WhenAny(loaded, connection.Ended).WaitAsync(cancellation).ConfigureAwait(false);
        var result = await CallAsync(
            "Page.printToPDF",
            new JsonObject
            {
                ["preferCSSPageSize"] = true,
                ["printBackground"] = true,
                ["generateTaggedPDF"] = true,
                ["generateDocumentOutline"] = true,
                ["transferMode"] = "ReturnAsStream",
            },
            cancellation).ConfigureAwait(false);
        return await ReadAsync(Text(result, "stream"), cancellation).ConfigureAwait(false);
    }

    private async Task<byte[]> ReadAsync(string stream, CancellationToken cancellation)
    {
        using var pdf = new MemoryStream();
        while (true)
        {
            var part = await CallAsync(
                "IO.read", new JsonObject { ["handle"] = stream, ["size"] = ReadSize }, cancellation).ConfigureAwait(false);
            await pdf.WriteAsync(part.GetProperty("data").GetBytesFromBase64(), cancellation).ConfigureAwait(false);
            if (part.GetProperty("eof").GetBoolean())
            {
                break;
            }
        }
        await CallAsync("IO.close", new JsonObject { ["handle"] = stream }, cancellation).ConfigureAwait(false);
        return pdf.ToArray();
    }

    private Task<JsonElement> CallAsync(string method, JsonObject parameters, CancellationToken cancellation) =>
        connection.CallAsync(method, parameters, session, cancellation);

    private static string Text(JsonElement element, string name) =>
        element.GetProperty(name).GetString() ?? throw new BrowserRefusedException(string.Create(CultureInfo.InvariantCulture, $"{name} is null"));
}
