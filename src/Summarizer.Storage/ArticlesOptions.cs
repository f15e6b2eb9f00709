using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Summarizer.Storage;

/// <summary>Settings under <c>Articles</c>.</summary>
public sealed class ArticlesOptions
{
    /// <summary>Bytes of the largest upload that is read, 1 to 1 GiB; default 10 MiB.</summary>
    [Range(1, 1 << 30)]
    public int MaxBytes { get; set; } = 10 * 1024 * 1024;

    /// <summary>Tries before a named failure, 1 to 100; default 5. Waiting is not a try.</summary>
    [Range(1, 100)]
    public int MaxAttempts { get; set; } = 5;

    /// <summary>Seconds of computing for one article, 1 to 3,600; default 60. Beyond it the article is too complex; a
    /// model's time is not counted.</summary>
    public int TimeLimitSeconds { get; set; } = 60;

    /// <summary>Articles at once, 1 to 1,024; default twice the cores. On one machine half as many that are large or slow
    /// come on top.</summary>
    [Range(1, 1_024)]
    public int Parallel { get; set; } = 2 * Environment.ProcessorCount;
}

[OptionsValidator]
internal sealed partial class ArticlesOptionsValidator : IValidateOptions<ArticlesOptions>;

/// <summary>By hand, so that the setting is named as it is set.</summary>
internal sealed class TimeLimitValidator : IValidateOptions<ArticlesOptions>
{
    public ValidateOptionsResult Validate(string? name, ArticlesOptions options)
        => options.TimeLimitSeconds is >= 1 and <= 3_600
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Articles__TimeLimitSeconds is {options.TimeLimitSeconds}; set it to 1 to 3600 seconds.");
}
