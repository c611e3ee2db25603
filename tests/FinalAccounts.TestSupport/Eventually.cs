namespace FinalAccounts.TestSupport;

/// <summary>Waits for what other processes do.</summary>
public static class Eventually
{
    public static async Task TrueAsync(Func<Task<bool>> condition, int seconds, Func<string> otherwise)
    {
        var until = DateTime.UtcNow.AddSeconds(seconds);
        while (!await condition())
        {
            Assert.True(DateTime.UtcNow < until, $"not within {seconds} s: {otherwise()}");
            await Task.Delay(100);
        }
    }
}
