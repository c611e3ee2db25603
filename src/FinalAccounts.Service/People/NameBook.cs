using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.People;

/// <summary>Everybody's name, looked up once for a page.</summary>
public sealed class NameBook(FinalAccountsDb db)
{
    private PersonNames? names;

    public async Task<PersonNames> OpenAsync(CancellationToken cancellation) => names ??= await PersonNames.AllAsync(db, cancellation);

    /// <summary>Somebody's name; what stands there when it is nobody's sign-in name: a system's, a schedule's.</summary>
    public async Task<string> OfAsync(string by, CancellationToken cancellation) => (await OpenAsync(cancellation)).Of(by);
}
