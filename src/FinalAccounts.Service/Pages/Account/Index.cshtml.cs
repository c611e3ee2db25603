using FinalAccounts.Service.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FinalAccounts.Service.Pages.Account;

/// <summary>Who I am here and what I may do.</summary>
[Authorize(Rights.Read)]
public sealed class IndexModel : PageModel;
