using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using FinalAccounts.Service.Settings;
using FinalAccounts.Service.Store;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace FinalAccounts.Service.Notices.Sending;

/// <summary>Sends notices by e-mail, all that wait for one person in one letter.</summary>
public sealed class MailSender(ServiceOptions options, TimeProvider time)
{
    private MailOptions Mail => options.Mail;

    /// <summary>A letter with these notices.</summary>
    public Task<SendOutcome> SendAsync(string to, IReadOnlyList<Notice> notices, CancellationToken cancellation) =>
        SendAsync(to, Subject(notices), Body(notices), $"notice-{notices[0].Id}-{notices[0].Attempts}", cancellation);

    /// <summary>A letter that only shows that letters arrive.</summary>
    public Task<SendOutcome> TryAsync(string to, CancellationToken cancellation) =>
        SendAsync(to, "【部门决算公开】试发", "这是一封试发的邮件：收到了，就说明通知能送到这个邮箱。", $"trial-{Guid.NewGuid():N}", cancellation);

    private async Task<SendOutcome> SendAsync(string to, string subject, string body, string id, CancellationToken cancellation)
    {
        if (!MailboxAddress.TryParse(to, out var receiver))
        {
            return SendOutcome.Refused("邮箱地址不对。请在“通知 ▸ 设置”里改正。");
        }

        using var message = new MimeMessage { Subject = subject, Date = time.GetUtcNow(), Body = new TextPart("plain") { Text = body } };
        message.From.Add(new MailboxAddress(Mail.FromName, Mail.From));
        message.To.Add(receiver);
        message.MessageId = $"{id}@final-accounts";
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        using var smtp = new SmtpClient { CheckCertificateRevocation = false };
        if (Mail.Authority is not null)
        {
            smtp.ServerCertificateValidationCallback = ComesFromAuthority;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(Mail.Seconds));

        // What breaks before the letter is handed over has not arrived; what breaks after may have.
        var handedOver = false;
        try
        {
            await smtp.ConnectAsync(Mail.Host, Mail.PortInUse, Mail.Security switch { "tls" => SecureSocketOptions.SslOnConnect, "none" => SecureSocketOptions.None, _ => SecureSocketOptions.StartTls }, limit.Token);
            if (Mail.User.Length > 0)
            {
                await smtp.AuthenticateAsync(Mail.User, Mail.Password, limit.Token);
            }

            handedOver = true;
            await smtp.SendAsync(message, limit.Token);
        }
        catch (SmtpCommandException exception)
        {
            return (int)exception.StatusCode >= 500 && handedOver
                ? SendOutcome.Refused($"邮件服务器不收（{(int)exception.StatusCode}）。请核对收信和发信的邮箱地址。")
                : SendOutcome.Later($"邮件服务器暂时不收（{(int)exception.StatusCode}）。");
        }
        catch (AuthenticationException)
        {
            return SendOutcome.Later("邮件服务器不认登录名或密码。请管理员核对 FinalAccounts__Mail__User 和 Password。");
        }
        catch (SslHandshakeException)
        {
            return SendOutcome.Later("与邮件服务器没有建立加密连接。请管理员核对 FinalAccounts__Mail__Security、端口和证书（Authority）。");
        }
        catch (NotSupportedException)
        {
            return SendOutcome.Later("邮件服务器不支持所设的加密或登录方式。请管理员核对 FinalAccounts__Mail__Security。");
        }
        catch (Exception exception) when (exception is IOException or SocketException or SmtpProtocolException or TimeoutException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            return handedOver ? SendOutcome.Unknown("交给邮件服务器时连接断了，不知道是否送到，没有再发。") : SendOutcome.Later("连不上邮件服务器。请管理员核对 FinalAccounts__Mail__Host 和端口。");
        }

        try
        {
            await smtp.DisconnectAsync(quit: true, limit.Token);
        }
        catch (Exception exception) when (exception is IOException or SocketException or SmtpProtocolException or SmtpCommandException or OperationCanceledException)
        {
            // The letter has been taken; how the server says goodbye changes nothing.
        }

        return SendOutcome.Sent;
    }

    private static string Subject(IReadOnlyList<Notice> notices) =>
        notices.Count == 1 ? $"【部门决算公开】{NoticeWords.Line(notices[0])}" : $"【部门决算公开】{notices.Count} 条通知";

    private string Body(IReadOnlyList<Notice> notices)
    {
        var lines = notices.SelectMany(notice => new[] { $"· {NoticeWords.Line(notice)}", Links.To(options, notice.Path) is { } link ? $"  {link}" : null }.OfType<string>());
        var where = Links.To(options, "/notices/settings") is { } settings ? $"要改收哪些通知：{settings}" : "要改收哪些通知：登录后点铃铛 ▸ 设置。";
        return string.Join('\n', [.. lines, "", "这封邮件由系统发出，请不要回复。", where]);
    }

    private bool ComesFromAuthority(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null || (errors & (SslPolicyErrors.RemoteCertificateNameMismatch | SslPolicyErrors.RemoteCertificateNotAvailable)) != 0)
        {
            return false;
        }

        using var authority = X509CertificateLoader.LoadCertificate(File.ReadAllBytes(Mail.Authority!));
        using var own = new X509Chain();
        own.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        own.ChainPolicy.CustomTrustStore.Add(authority);
        own.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        using var server = X509CertificateLoader.LoadCertificate(certificate.GetRawCertData());
        return own.Build(server);
    }
}
