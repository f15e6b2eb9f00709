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

    /// <summary>Articles at once, 1 to 1,024; default twice the cores.</summary>
    [Range(1, 1_024)]
    public int Parallel { get; set; } = 2 * Environment.ProcessorCount;
}

[OptionsValidator]
internal sealed partial class ArticlesOptionsValidator : IValidateOptions<ArticlesOptions>;
