using System.IO.Compression;
using System.Net;
using FinalAccounts.Service.People;
using Microsoft.EntityFrameworkCore;

namespace FinalAccounts.Service.Tests.Web;

/// <summary>A service with two units, one of everything of each, and people and systems who have roles for the first only.</summary>
public sealed class OwnUnits : IAsyncLifetime
{
    public const string Own = "own-unit-1", Other = "other-unit-2", OwnName = "自家单位甲", OtherName = "别家单位乙";

    public WebApp Web { get; } = new();

    public async Task InitializeAsync()
    {
        await Web.InitializeAsync();
        await UnitSeed.AddAsync(Web, Own, OwnName, "own-finance");
        await UnitSeed.AddAsync(Web, Other, OtherName, "somebody");
        foreach (var role in Roles.All.Except([Roles.Administrator]))
        {
            await Web.AddPersonOfAsync(Own, below: false, "own-" + role, role);
        }
    }

    public Task DisposeAsync() => Web.DisposeAsync();

    /// <summary>What an answer says; of an archive all that is in it.</summary>
    public static async Task<string> TextAsync(HttpResponseMessage answer)
    {
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        if (bytes is not [0x50, 0x4B, ..])
        {
            return WebUtility.HtmlDecode(System.Text.Encoding.UTF8.GetString(bytes)).Replace("\r\n ", "", StringComparison.Ordinal);
        }

        using var archive = new ZipArchive(new MemoryStream(bytes));
        return string.Concat(archive.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return entry.FullName + reader.ReadToEnd();
        }));
    }
}
