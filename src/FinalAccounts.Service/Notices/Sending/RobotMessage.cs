using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using FinalAccounts.Service.Settings;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Notices.Sending;

/// <summary>A message as a robot takes it: Markdown in JSON, to an address that is signed where there is a secret.</summary>
/// <param name="Address">With the signature.</param>
/// <param name="Json">The body.</param>
internal sealed record RobotMessage(Uri Address, byte[] Json)
{
    /// <summary>Lines of a message; 企业微信 takes 4096 bytes.</summary>
    public const int MostLines = 12;

    private const int MostName = 60;

    private static readonly JsonSerializerOptions Chinese = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>A message with these notices.</summary>
    public static RobotMessage Of(Robot robot, IReadOnlyList<Notice> notices, ServiceOptions options, DateTimeOffset now) =>
        Of(robot, string.Join('\n', notices.Select(notice => Line(notice, options))), now);

    /// <summary>A message that only shows that messages arrive.</summary>
    public static RobotMessage Trial(Robot robot, DateTimeOffset now) => Of(robot, "这是一条试发的消息：收到了，就说明通知能送到这个群。", now);

    private static RobotMessage Of(Robot robot, string lines, DateTimeOffset now)
    {
        const string title = "部门决算公开";
        var text = $"**{title}**\n{lines}";
        object body = robot.Form == RobotForm.WeCom
            ? new { msgtype = "markdown", markdown = new { content = text } }
            : new { msgtype = "markdown", markdown = new { title, text = text.Replace("\n", "\n\n", StringComparison.Ordinal) } };
        return new RobotMessage(Signed(robot, now), JsonSerializer.SerializeToUtf8Bytes(body, Chinese));
    }

    // 钉钉 加签: HMAC-SHA256 over the time and the secret, with the secret as the key; the time in milliseconds, at most an hour off.
    private static Uri Signed(Robot robot, DateTimeOffset now)
    {
        if (robot.Form != RobotForm.DingTalk || string.IsNullOrEmpty(robot.Secret))
        {
            return new Uri(robot.Address);
        }

        var timestamp = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var signature = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(robot.Secret), Encoding.UTF8.GetBytes($"{timestamp}\n{robot.Secret}")));
        return new Uri($"{robot.Address}{(robot.Address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}timestamp={timestamp}&sign={Uri.EscapeDataString(signature)}");
    }

    private static string Line(Notice notice, ServiceOptions options)
    {
        var name = notice.Unit!.Name.Length > MostName ? notice.Unit.Name[..MostName] + "…" : notice.Unit.Name;
        var text = Plain($"{name} {notice.Year}年度：{notice.Text}");
        return Links.To(options, notice.Path) is { } link ? $"- [{text}]({link})" : $"- {text}";
    }

    // Neither robot knows how to escape: what would be a mark becomes its wide twin, which reads the same.
    private static string Plain(string text) => string.Concat(text.Select(character => character switch
    {
        '[' => '［',
        ']' => '］',
        '(' => '（',
        ')' => '）',
        '<' => '＜',
        '>' => '＞',
        '*' => '＊',
        '_' => '＿',
        '`' => '＇',
        '#' => '＃',
        '@' => '＠',
        '!' => '！',
        '\\' => '＼',
        _ when char.IsControl(character) => ' ',
        _ => character,
    }));
}
