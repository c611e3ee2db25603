using FinalAccounts.Service.People;

namespace FinalAccounts.Service.Pages.Account;

/// <summary>Who I am here and what I may do.</summary>
[Authorize(Rights.Read)]
public sealed class IndexModel : PageModel;
