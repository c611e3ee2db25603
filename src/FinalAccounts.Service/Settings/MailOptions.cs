using System.Net;

namespace FinalAccounts.Service.Settings;

/// <summary>The server that takes e-mails, section FinalAccounts:Mail. The password comes from the configuration or the environment only and is written nowhere.</summary>
public sealed class MailOptions
{
    /// <summary>The SMTP server; empty: no e-mails.</summary>
    public string Host { get; set; } = "";

    /// <summary>Its port; 0 for the usual one of <see cref="Security"/>.</summary>
    public int Port { get; set; }

    /// <summary>starttls, tls (from the first byte) or none.</summary>
    public string Security { get; set; } = "starttls";

    /// <summary>Who signs in; empty for nobody.</summary>
    public string User { get; set; } = "";

    /// <summary>Their password.</summary>
    public string Password { get; set; } = "";

    /// <summary>The sender's address.</summary>
    public string From { get; set; } = "";

    /// <summary>The sender's name.</summary>
    public string FromName { get; set; } = "部门决算公开";

    /// <summary>A PEM file with the certificate that the server's must come from, where no public authority vouches for it; null for the system's.</summary>
    public string? Authority { get; set; }

    /// <summary>Seconds that the server may take over anything.</summary>
    public int Seconds { get; set; } = 20;

    public bool IsOn => Host.Length > 0;

    /// <summary>The port that is meant.</summary>
    internal int PortInUse => Port > 0 ? Port : Security == "tls" ? 465 : Security == "none" ? 25 : 587;

    /// <summary>Refuses what cannot be meant.</summary>
    /// <exception cref="StartupException">Says which setting is wrong.</exception>
    internal void Validate()
    {
        if (!IsOn)
        {
            return;
        }

        if (Security is not ("starttls" or "tls" or "none"))
        {
            throw new StartupException($"FinalAccounts__Mail__Security：“{Security}”不对。可用：starttls、tls、none。");
        }

        if (!MimeKit.MailboxAddress.TryParse(From, out _))
        {
            throw new StartupException("FinalAccounts__Mail__From：请写发信人的邮箱地址。");
        }

        if (Security == "none" && User.Length > 0 && !(Host == "localhost" || (IPAddress.TryParse(Host, out var address) && IPAddress.IsLoopback(address))))
        {
            throw new StartupException("FinalAccounts__Mail：不加密的连接不能带密码。请把 Security 改为 starttls 或 tls，或去掉 User。");
        }

        if (Authority is not null && !File.Exists(Authority))
        {
            throw new StartupException($"FinalAccounts__Mail__Authority：没有文件 {Authority}。");
        }
    }
}
