using Microsoft.Extensions.Options;

namespace Summarizer.Engines.OpenAI;

/// <summary>Names every setting by the name that it is set under.</summary>
internal sealed class OpenAIOptionsValidator : IValidateOptions<OpenAIOptions>
{
    private const decimal HighestPrice = 1_000_000;

    public ValidateOptionsResult Validate(string? name, OpenAIOptions options)
    {
        var faults = Faults(options).ToArray();
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(OpenAIOptions options)
    {
        if (options.Endpoint is null)
            yield return "OpenAI__Endpoint is missing; set it to https://RESOURCE.openai.azure.com/openai/v1/ or the address of any server of that API.";
        else if (!options.Endpoint.IsAbsoluteUri || (options.Endpoint.Scheme != "https" && options.Endpoint.Scheme != "http"))
            yield return $"OpenAI__Endpoint is \"{options.Endpoint}\"; it must begin with https:// or http://.";
        if (string.IsNullOrWhiteSpace(options.Model))
            yield return "OpenAI__Model is missing; set it to the name of the deployment or model.";
        if (options.ApiKey is { } key && key.AsSpan().ContainsAnyExceptInRange('!', '~'))
            yield return "OpenAI__ApiKey holds a space or a sign that no key has; copy it again.";
        if (options.MaxInputTokens is < 1_000 or > 10_000_000)
            yield return $"OpenAI__MaxInputTokens is {options.MaxInputTokens}; set it from 1000 to 10000000.";
        if (options.DailyTokenBudget is < 1)
            yield return $"OpenAI__DailyTokenBudget is {options.DailyTokenBudget}; set it to at least 1, or leave it out for no limit.";
        if (options.InputPricePerMillion is < 0 or > HighestPrice)
            yield return $"OpenAI__InputPricePerMillion is {options.InputPricePerMillion}; set it from 0 to {HighestPrice}.";
        if (options.OutputPricePerMillion is < 0 or > HighestPrice)
            yield return $"OpenAI__OutputPricePerMillion is {options.OutputPricePerMillion}; set it from 0 to {HighestPrice}.";
        if (!Enum.IsDefined(options.WhenUnavailable))
            yield return $"OpenAI__WhenUnavailable is {options.WhenUnavailable}; set it to wait or embedded.";
        if (options.TimeoutSeconds is < 1 or > 3_600)
            yield return $"OpenAI__TimeoutSeconds is {options.TimeoutSeconds}; set it from 1 to 3600.";
    }
}
