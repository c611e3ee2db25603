namespace FinalAccounts.Service.Generation;

/// <summary>Says to the queue that a run has failed, with the reason that its row has; nobody catches it.</summary>
internal sealed class RunFailedException(string reason) : Exception(reason);
