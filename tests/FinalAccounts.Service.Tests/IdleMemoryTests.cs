using FinalAccounts.Service.Hosting;

namespace FinalAccounts.Service.Tests;

public sealed class IdleMemoryTests
{
    [Fact]
    public void MemoryIsGivenBackWhenACrowdHasGoneAndOnceMoreWhenPoolsLetGo()
    {
        var idle = new IdleMemory(TimeProvider.System, []);
        var allocated = 0L;
        bool After(int megabytes) => idle.IsDue(allocated += megabytes * 1024L * 1024);

        Assert.False(After(10), "nothing was used yet");
        Assert.False(After(200), "somebody works");
        Assert.True(After(1), "they have gone");
        Assert.Equal([false, false, false, false, false, false, true, false], Enumerable.Range(0, 8).Select(_ => After(1)));
        Assert.False(After(40), "somebody works");
        Assert.False(After(1), "too little to be worth it");
        Assert.False(After(40), "somebody works");
        Assert.True(After(1), "little by little it is worth it");
    }
}
