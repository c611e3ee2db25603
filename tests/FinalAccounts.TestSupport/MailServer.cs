using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MimeKit;
using SmtpServer;
using SmtpServer.Authentication;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace FinalAccounts.TestSupport;

/// <summary>An SMTP server on this machine, with a certificate of its own: takes letters after STARTTLS, or TLS from the first byte, and a sign-in.</summary>
public sealed class MailServer : IAsyncDisposable
{
    public const string User = "sender", Password = "mi-ma";

    private readonly CancellationTokenSource stop = new();
    private readonly X509Certificate2 certificate = Certify();
    private readonly Task running;

    /// <param name="tls">From the first byte; else STARTTLS.</param>
    public MailServer(bool tls = false)
    {
        Port = FreePort();
        Authority = Path.Combine(Path.GetTempPath(), $"finalaccounts-mail-{Guid.NewGuid():N}.pem");
        File.WriteAllText(Authority, certificate.ExportCertificatePem());
        var services = new SmtpServer.ComponentModel.ServiceProvider();
        services.Add(new Store(this));
        services.Add(new Gate());
        var options = new SmtpServerOptionsBuilder().ServerName("localhost")
            .Endpoint(endpoint => endpoint.Port(Port, tls).Certificate(certificate).AuthenticationRequired().AllowUnsecureAuthentication(false)).Build();
        running = new SmtpServer.SmtpServer(options, services).StartAsync(stop.Token);
    }

    /// <summary>What arrived, in order.</summary>
    public ConcurrentQueue<MimeMessage> Letters { get; } = [];

    /// <summary>What it answers to a letter; 250 takes it.</summary>
    public SmtpResponse Answer { get; set; } = SmtpResponse.Ok;

    public int Port { get; }

    /// <summary>The PEM file of its certificate.</summary>
    public string Authority { get; }

    /// <summary>Settings with which it is used.</summary>
    public (string Key, string Value)[] Settings(string security = "starttls", string password = Password) =>
    [
        ("Mail:Host", "127.0.0.1"), ("Mail:Port", $"{Port}"), ("Mail:Security", security), ("Mail:User", User), ("Mail:Password", password),
        ("Mail:From", "juesuan@example.cn"), ("Mail:Authority", Authority), ("Mail:Seconds", "5"),
    ];

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        try
        {
            await running;
        }
        catch (OperationCanceledException)
        {
            // As it was told.
        }

        stop.Dispose();
        certificate.Dispose();
        File.Delete(Authority);
    }

    /// <summary>A port that nobody listens on.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static X509Certificate2 Certify()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }

    private sealed class Store(MailServer server) : MessageStore
    {
        public override async Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            if (server.Answer == SmtpResponse.Ok)
            {
                using var bytes = new MemoryStream(buffer.ToArray());
                server.Letters.Enqueue(await MimeMessage.LoadAsync(bytes, cancellationToken));
            }

            return server.Answer;
        }
    }

    private sealed class Gate : UserAuthenticator
    {
        public override Task<bool> AuthenticateAsync(ISessionContext context, string user, string password, CancellationToken cancellationToken) =>
            Task.FromResult(user == User && password == Password);
    }
}
