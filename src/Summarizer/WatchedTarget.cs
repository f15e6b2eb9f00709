using Microsoft.Extensions.Options;

namespace Summarizer;

/// <summary>A target that is always reported on: an entry of <see cref="StanceOptions.Watch"/>.</summary>
/// <param name="Name">As results call it.</param>
/// <param name="Aliases">Other names it goes by, without the name itself and without doubles.</param>
public sealed record WatchedTarget(string Name, IReadOnlyList<string> Aliases)
{
    /// <summary>Reads <c>Name</c> or <c>Name=alias,alias</c>; empty aliases are dropped.</summary>
    /// <returns>Null when the entry has no name.</returns>
    public static WatchedTarget? Parse(string? entry)
    {
        var (names, aliases) = entry?.IndexOf('=', StringComparison.Ordinal) is { } at and >= 0
            ? (entry[..at], entry[(at + 1)..])
            : (entry, "");
        var name = names?.Trim();
        if (string.IsNullOrEmpty(name))
            return null;
        const StringSplitOptions clean = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;
        return new WatchedTarget(
            name,
            [.. aliases.Split(',', clean).Where(a => a != name).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>Every entry of the options, in their order; a name that comes twice is taken once.</summary>
    public static IReadOnlyList<WatchedTarget> From(StanceOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return [.. options.Watch.Select(Parse).OfType<WatchedTarget>().DistinctBy(t => t.Name, StringComparer.OrdinalIgnoreCase)];
    }
}

/// <summary>Stops the start when an entry to watch has no name.</summary>
internal sealed class StanceOptionsValidator : IValidateOptions<StanceOptions>
{
    public ValidateOptionsResult Validate(string? name, StanceOptions options)
    {
        var wrong = options.Watch
            .Select((entry, i) => (Entry: entry, Setting: $"Stances__Watch__{i}"))
            .Where(w => WatchedTarget.Parse(w.Entry) is null)
            .Select(w => $"{w.Setting} is \"{w.Entry}\"; give it a name, as in Name or Name=alias,alias.")
            .ToArray();
        return wrong.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }
}
