using FinalAccounts.Service.Store;

namespace FinalAccounts.Service.Data;

/// <summary>What each kind of file is called.</summary>
public static class ImportedFileNames
{
    /// <summary>In Chinese.</summary>
    public static string Of(ImportedFileKind kind) => kind switch
    {
        ImportedFileKind.Tables => "公开表",
        ImportedFileKind.Facts => "文字资料",
        ImportedFileKind.PriorTables => "上年公开表",
        _ => "规范 JSON",
    };
}
