using FinalAccounts.Service.People;

namespace FinalAccounts.Service.Tests.SigningIn;

[Collection(ServiceTests.Name)]
public sealed class CommonPasswordsTests
{
    [Theory]
    [InlineData("Password1234")]
    [InlineData("Passw0rd2026")]
    [InlineData("P@ssw0rd!2026")]
    [InlineData("Admin1234567")]
    [InlineData("Administrator1")]
    [InlineData("Welcome12345")]
    [InlineData("Qwertyuiop123")]
    [InlineData("Qwer1234Asdf")]
    [InlineData("1qaz2wsx3EDC")]
    [InlineData("Abcdefgh1234")]
    [InlineData("Aa1234567890")]
    [InlineData("Woaini520131")]
    [InlineData("Caizheng2026")]
    [InlineData("CaizhengJu2026")]
    [InlineData("FinalAccounts1")]
    [InlineData("Wuhan20262026")]
    [InlineData("Aa1Aa1Aa1Aa1")]
    [InlineData("Aaaaaaaaaaa1")]
    [InlineData("Lihongmei2026", "lihongmei")]
    public void WhatIsTriedFirstIsRefused(string password, string name = "clerk") => Assert.True(CommonPasswords.IsCommon(password, name));

    [Theory]
    [InlineData("Chu-shi-mi-ma-2026")]
    [InlineData("Xn7kQvR2mTpL4wZe")]
    [InlineData("Chrysanthemum7tractor")]
    [InlineData("Hu3Die-Feng1Zheng")]
    [InlineData("Table-Mountain-Violin-3")]
    [InlineData("hT4mKw9sPq2xVb7n")]
    public void OthersAreNot(string password) => Assert.False(CommonPasswords.IsCommon(password, "clerk"));
}
