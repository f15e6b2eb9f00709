namespace Summarizer.Telemetry;

/// <summary>Names of the meters, for collectors.</summary>
public static class SummarizerMeters
{
    /// <summary>Articles: outcomes, durations, waiting, claims, cost.</summary>
    public const string Articles = "Summarizer";

    /// <summary>Calls of the model.</summary>
    public const string Model = "Summarizer.OpenAI";

    /// <summary>Calls of the storage.</summary>
    public const string Storage = "Summarizer.Storage";

    /// <summary>What one machine adds: articles in line, handles, threads.</summary>
    public const string Host = "Summarizer.Host";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Articles, Model, Storage, Host];
}
