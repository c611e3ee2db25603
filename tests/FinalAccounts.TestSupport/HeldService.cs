using FinalAccounts.Service.Generation;
using FinalAccounts.Service.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace FinalAccounts.TestSupport;

/// <summary>Holds every run at one stage until it is stopped.</summary>
public sealed class HoldingProbe(Stage held) : IStageProbe
{
    public void Entering(Stage stage, CancellationToken stop)
    {
        if (stage == held)
        {
            stop.WaitHandle.WaitOne();
        }
    }
}

/// <summary>The program of this project, for tests that kill a real process in the middle of a run: <c>serve STAGE ARGUMENTS</c>.</summary>
public static class HeldService
{
    public static async Task Main(string[] arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var stage = Enum.Parse<Stage>(arguments[1]);
        await Serving.RunAsync(arguments[2..], Repository.Root, Console.WriteLine, CancellationToken.None, services => services.AddSingleton<IStageProbe>(new HoldingProbe(stage)));
    }
}
