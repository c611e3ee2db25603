namespace FinalAccounts.Service.Settings;

/// <summary>The service cannot start; the message is for the administrator, in Chinese, and says what to do.</summary>
public sealed class StartupException(string message, Exception? cause = null) : Exception(message, cause);
