using System.Net;
using FinalAccounts.Service.Notices.Sending;
using FinalAccounts.Service.Settings;

namespace FinalAccounts.Service.Tests.Notices;

[Collection(ServiceTests.Name)]
public sealed class PublicAddressesTests
{
    [Theory]
    [InlineData("1.1.1.1", true)]
    [InlineData("203.119.144.23", true)]
    [InlineData("172.15.255.255", true)]
    [InlineData("172.32.0.1", true)]
    [InlineData("2408:8000::1", true)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("127.8.8.8", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("198.18.0.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::ffff:1.1.1.1", true)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("2001:0:1::", false)]
    [InlineData("fc00::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("ff02::1", false)]
    public void OwnAndNeighbouringNetworksAreNotPublic(string address, bool open) => Assert.Equal(open, PublicAddresses.Contains(IPAddress.Parse(address)));

    [Theory]
    [InlineData("https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1", false, false, true)]
    [InlineData("http://qyapi.weixin.qq.com/", false, false, false)]
    [InlineData("http://qyapi.weixin.qq.com/", true, false, true)]
    [InlineData("https://localhost/", true, false, false)]
    [InlineData("https://localhost/", false, true, true)]
    [InlineData("https://192.168.1.9:8443/", false, false, false)]
    [InlineData("https://0x7f.1/", false, false, false)]
    [InlineData("https://2130706433/", false, false, false)]
    [InlineData("https://[::1]/", false, false, false)]
    [InlineData("https://[::ffff:10.0.0.1]/", false, false, false)]
    [InlineData("https://name:word@example.cn/", false, true, false)]
    [InlineData("file:///etc/passwd", true, true, false)]
    [InlineData("gopher://example.cn/", true, true, false)]
    [InlineData("/relative", true, true, false)]
    public void AddressesThatLeadInsideAreRefusedWhereTheyAreTyped(string address, bool http, bool inside, bool taken) =>
        Assert.Equal(taken, RobotCalls.Refuse(address, new RobotOptions { AllowHttp = http, AllowPrivate = inside }) is null);
}
