using System.Security.Claims;
using FinalAccounts.Narration;
using FinalAccounts.Service.InForce;
using FinalAccounts.Service.People;

namespace FinalAccounts.Service.Templates.Workbench;

/// <summary>The texts that a preview is made of. Words of one's own are for those who may write templates; the others look at what is in force, or at what such people have saved.</summary>
internal sealed class PreviewTexts(TemplateDrafts drafts, SetsInForce sets, IAuthorizationService authorization)
{
    /// <summary>What is being written, and one's own draft of the phrases that it may use, by path; null when the asker may not preview this text.</summary>
    public async Task<Dictionary<string, string>?> OfAsync(string set, PreviewRequest request, ClaimsPrincipal person, CancellationToken cancellation)
    {
        if (!(await authorization.AuthorizeAsync(person, null, Rights.EditTemplates)).Succeeded && !await IsKnownAsync(set, request, cancellation))
        {
            return null;
        }

        var texts = new Dictionary<string, string> { [request.Path] = request.Text };
        if (request.Path != Narrator.PhrasesFile && await drafts.FindAsync(set, Narrator.PhrasesFile, person.Identity!.Name!, cancellation) is { } phrases)
        {
            texts[Narrator.PhrasesFile] = phrases.Content;
        }

        return texts;
    }

    private async Task<bool> IsKnownAsync(string set, PreviewRequest request, CancellationToken cancellation) =>
        (await sets.OfAsync(set, now: false, cancellation))?.Loaded.Set is not { } found
        || WorkbenchFile.Find(found.Set, request.Path)?.Text is not { } inForce
        || inForce == request.Text
        || (await drafts.OfSetAsync(set, cancellation)).Any(draft => draft.Path == request.Path && draft.Content == request.Text);
}
