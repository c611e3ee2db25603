using System.Linq.Expressions;
using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Deliveries;

/// <summary>Questions about a delivery's files.</summary>
internal static class DeliveredFiles
{
    /// <summary>Those that are known for what they are and are not handed in yet.</summary>
    public static Expression<Func<DeliveredFile, bool>> Waiting(Guid delivery) =>
        file => file.DeliveryId == delivery && file.Kind != null && file.UnitId != null && file.ImportId == null && file.Problem == null;

    /// <summary>The file's own name, without its folders.</summary>
    public static string ShortName(string name) => name[(name.LastIndexOf('/') + 1)..];
}
