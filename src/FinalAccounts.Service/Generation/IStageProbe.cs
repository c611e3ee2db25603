namespace FinalAccounts.Service.Generation;

/// <summary>Is told of each stage that a run enters, before its work begins; on the run's own thread.</summary>
public interface IStageProbe
{
    /// <summary>A run enters a stage.</summary>
    /// <param name="stop">Ends the run.</param>
    void Entering(Stage stage, CancellationToken stop);
}
