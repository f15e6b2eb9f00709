using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Summarizer.LanguageModel;

/// <summary>Settings under <c>OpenAI</c>, read when <c>Engine</c> is <c>openai</c>.</summary>
public sealed class OpenAIOptions
{
    /// <summary><c>https://RESOURCE.openai.azure.com/openai/v1/</c>, or any server of that API.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>Deployment or model name.</summary>
    public string? Model { get; set; }

    /// <summary>Absent: Entra identity for an Azure endpoint, and no authentication for any other.</summary>
    public string? ApiKey { get; set; }

    /// <summary>Tokens of one call's input, 1,000 to 10,000,000; default 100,000. Longer articles are read in parts.</summary>
    [Range(1_000, 10_000_000)]
    public int MaxInputTokens { get; set; } = 100_000;

    /// <summary>Tokens a UTC day, in and out together, 1 to 10^15; beyond it articles wait for the next day. Default none.</summary>
    [Range(1d, 1e15)]
    public long? DailyTokenBudget { get; set; }

    /// <summary>Price of a million input tokens, in any currency, 0 to 1,000,000; default none.</summary>
    [Range(0d, 1e6)]
    public decimal? InputPricePerMillion { get; set; }

    /// <summary>Price of a million output tokens, in the same currency, 0 to 1,000,000; default none.</summary>
    [Range(0d, 1e6)]
    public decimal? OutputPricePerMillion { get; set; }

    /// <summary>What to do while the model is throttled or away; default wait.</summary>
    public WhenUnavailable WhenUnavailable { get; set; } = WhenUnavailable.Wait;

    /// <summary>Seconds until a call that has no answer is given up and made again later, 1 to 3,600; default 100.</summary>
    [Range(1, 3_600)]
    public int TimeoutSeconds { get; set; } = 100;
}

public enum WhenUnavailable
{
    /// <summary>The article waits in the queue; no try is spent.</summary>
    Wait,

    /// <summary>The embedded engine answers and the result says so.</summary>
    Embedded,
}

[OptionsValidator]
internal sealed partial class OpenAIOptionsRanges : IValidateOptions<OpenAIOptions>;
