using FinalAccounts.Service.People;
using FinalAccounts.Service.Shell;

namespace FinalAccounts.Service.Tests.SigningIn;

[Collection(ServiceTests.Name)]
public sealed class SignInAttemptsTests
{
    private readonly Clock clock = new();

    [Fact]
    public void TheWaitGrowsAndOnlyForThatNameFromThatAddress()
    {
        var attempts = new SignInAttempts(new RateLimits(), clock);
        var waits = new List<double>();
        for (var i = 0; i < 14; i++)
        {
            Assert.Equal(TimeSpan.Zero, attempts.Begin("10.0.0.1", "admin", "stamp"));
            var wait = attempts.Begin("10.0.0.1", "ADMIN", "stamp");
            waits.Add(wait.TotalSeconds);
            if (wait == TimeSpan.Zero)
            {
                i++;
            }

            clock.Now += wait;
        }

        Assert.Equal([0, 0, 5, 10, 20, 40, 80, 160, 320, 640, 900, 900], waits);
        attempts.Begin("10.0.0.1", "admin", "stamp");
        Assert.NotEqual(TimeSpan.Zero, attempts.Begin("10.0.0.1", "admin", "stamp"));
        Assert.Equal(TimeSpan.Zero, attempts.Begin("10.0.0.2", "admin", "stamp"));
        Assert.Equal(TimeSpan.Zero, attempts.Begin("10.0.0.1", "other", "stamp"));
        Assert.Equal(TimeSpan.Zero, attempts.Begin("10.0.0.1", "admin", "new stamp"));
    }

    [Fact]
    public void AnAddressHasSoManyWrongOnesAMinuteAndRightOnesDoNotCount()
    {
        var attempts = new SignInAttempts(new RateLimits { SignInPerMinute = 3 }, clock);
        for (var i = 0; i < 200; i++)
        {
            Assert.Equal(TimeSpan.Zero, attempts.Begin("10.0.0.1", $"right{i}", ""));
            attempts.Succeeded("10.0.0.1", $"right{i}", "");
        }

        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(TimeSpan.Zero, attempts.Begin("10.0.0.1", $"wrong{i}", ""));
        }

        Assert.Equal(TimeSpan.FromMinutes(1), attempts.Begin("10.0.0.1", "next", ""));
        Assert.Equal(TimeSpan.Zero, attempts.Begin("10.0.0.2", "next", ""));
        clock.Now += TimeSpan.FromMinutes(1);
        Assert.Equal(TimeSpan.Zero, attempts.Begin("10.0.0.1", "next", ""));
    }

    [Fact]
    public void ARightPasswordForgetsTheWrongOnes()
    {
        var attempts = new SignInAttempts(new RateLimits(), clock);
        for (var i = 0; i < 3; i++)
        {
            attempts.Begin("10.0.0.1", "admin", "");
        }

        attempts.Succeeded("10.0.0.1", "admin", "");
        Assert.Equal(0, attempts.Of("10.0.0.1", "admin", ""));
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 27, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
