using System.Net;
using FinalAccounts.Service.Shell;

namespace FinalAccounts.Service.Tests.Web;

/// <summary>Under which names the service answers, and whose word it takes for them.</summary>
[Collection(ServiceTests.Name)]
public sealed class HostTests(WebApp web)
{
    [Theory]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("gongkai.example.cn", HttpStatusCode.OK)]
    [InlineData("gongkai.example.cn:8443", HttpStatusCode.OK)]
    [InlineData("evil.example.com", HttpStatusCode.BadRequest)]
    [InlineData("gongkai.example.cn.evil.com", HttpStatusCode.BadRequest)]
    [InlineData("localhost", HttpStatusCode.BadRequest)]
    public async Task OnlyConfiguredNamesAreAnswered(string host, HttpStatusCode expected)
    {
        using var client = web.Nobody();
        foreach (var header in new[] { "Host", "X-Forwarded-Host" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in");
            request.Headers.TryAddWithoutValidation(header, host);
            using var answer = await client.SendAsync(request);
            Assert.Equal(expected, answer.StatusCode);
        }
    }

    [Fact]
    public async Task ForwardedHeadersOfSomebodyWhoIsNoConfiguredProxyAreNotRead()
    {
        // The nearest proxy is this machine; what stands before it in the list is hearsay.
        using var client = web.Nobody();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in");
        request.Headers.TryAddWithoutValidation("X-Forwarded-Proto", "https, http");
        request.Headers.TryAddWithoutValidation("X-Forwarded-Host", "evil.example.com, 127.0.0.1");
        using var answer = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("localhost", "http://localhost:5000", true)]
    [InlineData("127.0.0.1", "http://localhost:5000", true)]
    [InlineData("[::1]", "http://127.0.0.1:5000", true)]
    [InlineData("10.1.2.3", "http://127.0.0.1:5000", false)]
    [InlineData("10.1.2.3", "http://0.0.0.0:5000", true)]
    [InlineData("10.9.9.9", "http://[::]:5000", false)]
    [InlineData("gongkai.example.cn", "http://gongkai.example.cn:5000", true)]
    [InlineData("evil.example.com", "http://*:5000", false)]
    public void WithoutASettingItIsWhatItListensOn(string host, string bound, bool expected) =>
        Assert.Equal(expected, Hosts.IsBound(host, [bound], IPAddress.Parse("10.1.2.3")));

    [Theory]
    [InlineData("a.example.cn", "*.example.cn", true)]
    [InlineData("example.cn", "*.example.cn", false)]
    [InlineData(".example.cn", "*.example.cn", false)]
    [InlineData("aexample.cn", "*.example.cn", false)]
    public void AStarStandsForAllBelow(string host, string listed, bool expected) => Assert.Equal(expected, Hosts.Matches(host, listed));
}
