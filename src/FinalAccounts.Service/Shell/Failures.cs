using System.Text.Json;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace FinalAccounts.Service.Shell;

/// <summary>What an exception means to whoever asked: their mistake, no room left, or ours.</summary>
internal static class Failures
{
    // As Linux and Windows number “no space left on device”.
    private const int NoSpace = 28, DiskFull = unchecked((int)0x80070070), HandleDiskFull = unchecked((int)0x80070027);

    private const int SqliteFull = 13;

    private const string NullCharacter = "内容里有不能保存的字符（U+0000），请删去后重试。";

    private const string Full = "服务器的磁盘满了，没有保存任何内容。请管理员腾出空间后重试。";

    public static int Status(Exception? exception) => Of(exception).Status;

    /// <summary>What is wrong and what to do, in Chinese; null where the status says all there is.</summary>
    public static string? Detail(Exception? exception) => Of(exception).Detail;

    /// <summary>Whether it is nothing that an administrator has to hear of.</summary>
    public static bool IsTheirs(Exception exception) => Status(exception) < StatusCodes.Status500InternalServerError;

    private static (int Status, string? Detail) Of(Exception? exception)
    {
        for (var inner = exception; inner is not null; inner = inner.InnerException)
        {
            switch (inner)
            {
                case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } bad:
                    return (bad.StatusCode, null);
                case JsonException json:
                    return (StatusCodes.Status400BadRequest, $"提交的 JSON 不对{Place(json)}：缺少必填的项，或者类型不对。请对照接口说明改正。");
                case IOException { HResult: NoSpace or DiskFull or HandleDiskFull } or SqliteException { SqliteErrorCode: SqliteFull } or PostgresException { SqlState: PostgresErrorCodes.DiskFull }:
                    return (StatusCodes.Status507InsufficientStorage, Full);
                case PostgresException { SqlState: PostgresErrorCodes.UntranslatableCharacter or PostgresErrorCodes.CharacterNotInRepertoire }:
                    return (StatusCodes.Status400BadRequest, NullCharacter);
                case BadHttpRequestException { InnerException: null } bad:
                    return (bad.StatusCode, "请求的参数不对：缺少必填的项，或者类型、范围不对。请对照接口说明改正。");
                case InvalidDataException:
                    return (StatusCodes.Status400BadRequest, "提交的表单读不懂：可能没有传完，或者项目太多、太长。");
            }
        }

        return (StatusCodes.Status500InternalServerError, null);
    }

    private static string Place(JsonException json) => json.Path is { Length: > 1 } path ? $"（{path}）" : "";
}
