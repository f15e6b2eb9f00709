using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Summarizer;

/// <summary>Settings under <c>Summary</c>.</summary>
public sealed class SummaryOptions
{
    /// <summary>Sentences in a summary, 1 to 20; default 3.</summary>
    [Range(1, 20)]
    public int Sentences { get; set; } = 3;
}

/// <summary>Settings under <c>Stances</c>.</summary>
public sealed class StanceOptions
{
    /// <summary>Targets always reported on, each <c>Name</c> or <c>Name=alias,alias</c>; default none.</summary>
    public IList<string> Watch { get; } = [];
}

[OptionsValidator]
internal sealed partial class SummaryOptionsValidator : IValidateOptions<SummaryOptions>;
