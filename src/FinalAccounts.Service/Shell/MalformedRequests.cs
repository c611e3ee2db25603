using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.Filters;

namespace FinalAccounts.Service.Shell;

/// <summary>Refuses what no page or endpoint can mean before anything is done with it: control characters in texts, and posts that a page has no handler for.</summary>
internal static class MalformedRequests
{
    private const string Reason = "内容里有不能用的控制字符，请删去后重试。";

    /// <summary>Whether a text holds what can be neither stored nor printed.</summary>
    public static bool HasControl(string text)
    {
        foreach (var character in text)
        {
            if (char.IsControl(character) && character is not ('\n' or '\r' or '\t'))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Path and query, for pages and endpoints alike.</summary>
    public static Task RefuseAsync(HttpContext context, RequestDelegate next) =>
        HasControl(context.Request.Path.Value ?? "") || context.Request.Query.Any(pair => HasControl(pair.Key) || pair.Value.Any(value => value is not null && HasControl(value)))
            ? Problems.WriteAsync(context, StatusCodes.Status400BadRequest, Reason)
            : next(context);

    // It is shown for the request that failed, form and all.
    private static bool IsErrorPage(HttpContext context) =>
        context.Features.Get<IExceptionHandlerFeature>() is not null || context.Features.Get<IStatusCodeReExecuteFeature>() is not null;

    /// <summary>Texts of forms, and forms that cannot be read.</summary>
    internal sealed class PageFilter : IAsyncResourceFilter
    {
        public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
        {
            if (context.HttpContext.Request.HasFormContentType && !IsErrorPage(context.HttpContext) && await ObjectionAsync(context.HttpContext) is var (status, reason))
            {
                await Problems.WriteAsync(context.HttpContext, status, reason);
                context.Result = new EmptyResult();
                return;
            }

            await next();
        }

        private static async Task<(int Status, string? Reason)?> ObjectionAsync(HttpContext context)
        {
            try
            {
                var form = await context.Request.ReadFormAsync(context.RequestAborted);
                return form.Any(pair => HasControl(pair.Key) || pair.Value.Any(value => value is not null && HasControl(value))) || form.Files.Any(file => HasControl(file.FileName))
                    ? (StatusCodes.Status400BadRequest, Reason)
                    : null;
            }
            catch (Exception exception) when (exception is InvalidDataException or BadHttpRequestException)
            {
                return (Failures.Status(exception), Failures.Detail(exception));
            }
        }
    }

    /// <summary>A page without the handler that was asked for would be shown without anything that it needs.</summary>
    internal sealed class HandlerFilter : IPageFilter
    {
        public void OnPageHandlerSelected(PageHandlerSelectedContext context)
        {
        }

        public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
        {
            var request = context.HttpContext.Request;
            var isRead = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
            if (context.HandlerMethod is null && !IsErrorPage(context.HttpContext) && (!isRead || context.RouteData.Values.ContainsKey("handler") || request.Query.ContainsKey("handler")))
            {
                context.Result = new StatusCodeResult(isRead ? StatusCodes.Status404NotFound : StatusCodes.Status405MethodNotAllowed);
            }
            else if (context.HandlerMethod is { } handler && handler.Parameters.Any(parameter => Lacks(context.HandlerArguments, parameter.ParameterInfo)))
            {
                context.Result = new StatusCodeResult(StatusCodes.Status400BadRequest);
            }
        }

        public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
        {
        }

        // A text that the handler cannot do without.
        private static bool Lacks(IDictionary<string, object?> arguments, ParameterInfo parameter) =>
            parameter.ParameterType == typeof(string) && !parameter.HasDefaultValue && arguments.TryGetValue(parameter.Name!, out var given) is var found && (!found || given is null)
            && new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.NotNull;
    }

    /// <summary>Texts of JSON bodies.</summary>
    internal sealed class TextConverter : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && reader.GetString() is { } text && !HasControl(text) ? text : throw new JsonException(Reason);

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

        public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString()!;

        public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(value);
    }

    /// <summary>A template's text, in which such characters are findings with a place.</summary>
    internal sealed class TemplateTextConverter : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String ? reader.GetString() : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }
}
