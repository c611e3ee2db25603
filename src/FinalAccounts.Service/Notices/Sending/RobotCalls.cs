using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json;
using FinalAccounts.Service.Settings;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Notices.Sending;

/// <summary>Calls robots. The name is looked up and judged in the same breath as the connection is made, so that no second look-up says otherwise; no redirect is followed, no proxy asked, and little is read of the answer.</summary>
public sealed class RobotCalls : IDisposable
{
    private const int MostBytes = 16 * 1024;

    private readonly ServiceOptions options;
    private readonly TimeProvider time;
    private readonly HttpClient client;

    public RobotCalls(ServiceOptions options, TimeProvider time)
    {
        (this.options, this.time) = (options, time);
        client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false, ConnectCallback = ConnectAsync, PooledConnectionLifetime = TimeSpan.FromMinutes(1), MaxResponseHeadersLength = 16 })
        {
            Timeout = TimeSpan.FromSeconds(options.Robots.Seconds), MaxResponseContentBufferSize = MostBytes,
        };
    }

    /// <summary>What is wrong with an address that somebody types; null when nothing is.</summary>
    public static string? Refuse(string address, RobotOptions options) =>
        !Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http") ? "请填机器人的完整网址（https://…）。"
        : uri.Scheme == "http" && !options.AllowHttp ? "网址要以 https:// 开头。"
        : uri.UserInfo.Length > 0 ? "网址里不能带登录名和密码。"
        : !options.AllowPrivate && (uri.IsLoopback || (IPAddress.TryParse(uri.DnsSafeHost, out var literal) && !PublicAddresses.Contains(literal))) ? "这是内部网络的地址，不能用。确需使用的，请在配置里打开 FinalAccounts__Robots__AllowPrivate。"
        : null;

    /// <summary>Sends notices.</summary>
    public Task<SendOutcome> SendAsync(Robot robot, IReadOnlyList<Notice> notices, CancellationToken cancellation) =>
        SendAsync(robot, RobotMessage.Of(robot, notices, options, time.GetUtcNow()), cancellation);

    /// <summary>Sends a message that only shows that messages arrive.</summary>
    public Task<SendOutcome> TryAsync(Robot robot, CancellationToken cancellation) => SendAsync(robot, RobotMessage.Trial(robot, time.GetUtcNow()), cancellation);

    public void Dispose() => client.Dispose();

    private async Task<SendOutcome> SendAsync(Robot robot, RobotMessage message, CancellationToken cancellation)
    {
        if (Refuse(robot.Address, options.Robots) is { } refusal)
        {
            return SendOutcome.Refused(refusal);
        }

        try
        {
            using var content = new ByteArrayContent(message.Json);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
            using var answer = await client.PostAsync(message.Address, content, cancellation);
            return answer.IsSuccessStatusCode ? Read(await answer.Content.ReadAsByteArrayAsync(cancellation)) : SendOutcome.Later($"机器人的服务器答 {(int)answer.StatusCode}。请核对网址。");
        }
        catch (HttpRequestException exception)
        {
            return exception.InnerException is PrivateAddressException ? SendOutcome.Refused("网址指向内部网络，没有发送。")
                : exception.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError ? SendOutcome.Later("连不上机器人的服务器。请核对网址和网络。")
                : SendOutcome.Unknown("机器人的服务器没有好好回答，不知道是否送到，没有再发。");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return SendOutcome.Unknown($"机器人的服务器 {options.Robots.Seconds} 秒内没有回答，不知道是否送到，没有再发。");
        }
    }

    // Both answer 200 with an errcode; 0 is done.
    private static SendOutcome Read(byte[] answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer);
            var code = json.RootElement.GetProperty("errcode").GetInt32();
            return code == 0 ? SendOutcome.Sent : SendOutcome.Later($"机器人没有收下（errcode {code}）。请核对网址、加签的密钥，以及机器人的关键词和 IP 限制。");
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return SendOutcome.Refused("回答的不是企业微信或钉钉的机器人。请核对网址。");
        }
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var found = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellation);
        var allowed = options.Robots.AllowPrivate ? found : [.. found.Where(PublicAddresses.Contains)];
        if (allowed.Length == 0)
        {
            throw new PrivateAddressException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private sealed class PrivateAddressException() : IOException("private address");
}
