using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace FinalAccounts.Service.Shell;

/// <summary>What the form binder says of values it cannot read.</summary>
internal static class ChineseModelMessages
{
    public static void Apply(DefaultModelBindingMessageProvider messages)
    {
        messages.SetAttemptedValueIsInvalidAccessor((value, name) => $"{name}不能是“{value}”。");
        messages.SetMissingBindRequiredValueAccessor(name => $"请填写{name}。");
        messages.SetMissingKeyOrValueAccessor(() => "请填写。");
        messages.SetMissingRequestBodyRequiredValueAccessor(() => "请求没有内容。");
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"“{value}”不能用在这里。");
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => "填写的内容不对。");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "请填写数字。");
        messages.SetUnknownValueIsInvalidAccessor(name => $"{name}的内容不对。");
        messages.SetValueIsInvalidAccessor(value => $"“{value}”不能用在这里。");
        messages.SetValueMustBeANumberAccessor(name => $"{name}应为数字。");
        messages.SetValueMustNotBeNullAccessor(_ => "请填写。");
    }
}
