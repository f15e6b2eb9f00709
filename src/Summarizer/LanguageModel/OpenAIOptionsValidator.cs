using Microsoft.Extensions.Options;

namespace Summarizer.LanguageModel;

/// <summary>Names every setting by the name that it is set under.</summary>
internal sealed class OpenAIOptionsValidator : IValidateOptions<OpenAIOptions>
{
    public ValidateOptionsResult Validate(string? name, OpenAIOptions options)
    {
        var faults = Faults(options).ToArray();
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(OpenAIOptions options)
    {
        foreach (var fault in new OpenAIOptionsRanges().Validate(null, options).Failures ?? [])
            yield return fault.Replace($"The field {nameof(OpenAIOptions)}.", "OpenAI__", StringComparison.Ordinal);
        if (options.Endpoint is null)
            yield return "OpenAI__Endpoint is missing; set it to https://RESOURCE.openai.azure.com/openai/v1/ or the address "
                + "of any server of that API.";
        else if (!options.Endpoint.IsAbsoluteUri || (options.Endpoint.Scheme != "https" && options.Endpoint.Scheme != "http"))
            yield return $"OpenAI__Endpoint is \"{options.Endpoint}\"; it must begin with https:// or http://.";
        if (string.IsNullOrWhiteSpace(options.Model))
            yield return "OpenAI__Model is missing; set it to the name of the deployment or model.";
        if (options.ApiKey is { } key && key.AsSpan().ContainsAnyExceptInRange('!', '~'))
            yield return "OpenAI__ApiKey holds a space or a sign that no key has; copy it again.";
        if (!Enum.IsDefined(options.WhenUnavailable))
            yield return $"OpenAI__WhenUnavailable is {options.WhenUnavailable}; set it to wait or embedded.";
    }
}
