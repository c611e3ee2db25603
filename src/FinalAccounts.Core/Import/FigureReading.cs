namespace FinalAccounts.Import;

/// <summary>What a cell says where a number is asked for; blank when there is neither number nor problem.</summary>
/// <param name="Number">In the unit that was asked for.</param>
/// <param name="Problem">Why it is no number, in Chinese, without the full stop.</param>
/// <param name="Doubtful">It is surely meant as a number, though it cannot be taken as it stands.</param>
internal readonly record struct FigureReading(decimal? Number, string? Problem, bool Doubtful)
{
    /// <summary>Text that is no number.</summary>
    public static FigureReading Not(string problem) => new(null, problem, false);

    /// <summary>A number that cannot be taken as it stands.</summary>
    public static FigureReading Doubt(string problem) => new(null, problem, true);
}
