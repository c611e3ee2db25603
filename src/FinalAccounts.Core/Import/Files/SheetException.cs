namespace FinalAccounts.Import.Files;

/// <summary>A file holds what no spreadsheet program writes; reading it ends.</summary>
/// <param name="why">In Chinese, without the full stop.</param>
internal sealed class SheetException(string why) : Exception(why);
