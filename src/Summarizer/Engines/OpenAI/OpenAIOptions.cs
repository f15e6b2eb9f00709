using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Summarizer.Engines.OpenAI;

/// <summary>Settings under <c>OpenAI</c>, read when <c>Engine</c> is <c>openai</c>.</summary>
public sealed class OpenAIOptions
{
    /// <summary><c>https://RESOURCE.openai.azure.com/openai/v1/</c>, or any server of that API.</summary>
    [Required]
    public Uri? Endpoint { get; set; }

    /// <summary>Deployment or model name.</summary>
    [Required]
    public string? Model { get; set; }

    /// <summary>Absent: Entra identity.</summary>
    public string? ApiKey { get; set; }

    /// <summary>Tokens of one call's input, 1,000 to 10,000,000; default 100,000. Longer articles are read in parts.</summary>
    [Range(1_000, 10_000_000)]
    public int MaxInputTokens { get; set; } = 100_000;

    /// <summary>Tokens a UTC day, in and out together; beyond it articles wait for the next day. Default none.</summary>
    [Range(1, long.MaxValue)]
    public long? DailyTokenBudget { get; set; }

    /// <summary>Price of a million input tokens, in any currency; default none.</summary>
    [Range(0, 1_000_000)]
    public decimal? InputPricePerMillion { get; set; }

    /// <summary>Price of a million output tokens, in the same currency; default none.</summary>
    [Range(0, 1_000_000)]
    public decimal? OutputPricePerMillion { get; set; }

    /// <summary>What to do while the model is throttled or away; default wait.</summary>
    public WhenUnavailable WhenUnavailable { get; set; } = WhenUnavailable.Wait;
}

public enum WhenUnavailable
{
    /// <summary>The article waits in the queue; no try is spent.</summary>
    Wait,

    /// <summary>The embedded engine answers and the result says so.</summary>
    Embedded,
}

[OptionsValidator]
internal sealed partial class OpenAIOptionsValidator : IValidateOptions<OpenAIOptions>;
