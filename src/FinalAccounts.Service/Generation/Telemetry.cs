using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;

namespace FinalAccounts.Service.Generation;

/// <summary>Traces and metrics of generation. Names units by their key in the database only; no text and no figure of the accounts leaves the service this way.</summary>
internal sealed class Telemetry : IDisposable
{
    public const string Name = "FinalAccounts";

    private readonly ActivitySource source = new(Name);
    private readonly Meter meter = new(Name);
    private readonly Counter<long> ended;
    private readonly Histogram<double> stages;

    public Telemetry()
    {
        ended = meter.CreateCounter<long>("finalaccounts.runs.ended", description: "Attempts at runs by outcome");
        stages = meter.CreateHistogram<double>("finalaccounts.stage.duration", "ms", "Time of each stage");
    }

    public Activity? Start(Claim claim) => source.StartActivity("generate")?
        .SetTag("run", claim.RunId).SetTag("unit", claim.UnitId).SetTag("year", claim.Year).SetTag("attempt", claim.Attempt);

    public void Ended(Activity? activity, Outcome outcome, string timings)
    {
        activity?.SetTag("outcome", outcome.Kind.ToString());
        ended.Add(1, new KeyValuePair<string, object?>("outcome", outcome.Kind.ToString()));
        foreach (var (stage, milliseconds) in JsonSerializer.Deserialize<Dictionary<string, long>>(timings)!)
        {
            stages.Record(milliseconds, new KeyValuePair<string, object?>("stage", stage));
        }
    }

    public void Dispose()
    {
        source.Dispose();
        meter.Dispose();
    }
}
