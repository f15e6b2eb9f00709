using System.Diagnostics;

namespace Summarizer.Telemetry;

/// <summary>What spans say, by OpenTelemetry's names where it has one.</summary>
public static class TraceTags
{
    /// <summary>The article's blob name.</summary>
    public const string Name = "summarizer.article.name";

    /// <summary>Length of the upload.</summary>
    public const string Bytes = "summarizer.article.bytes";

    /// <summary>How a go ended.</summary>
    public const string Outcome = "summarizer.article.outcome";

    /// <summary>Which try it is, from 1.</summary>
    public const string Attempt = "summarizer.article.attempt";

    /// <summary>How an engine's draft ended.</summary>
    public const string Draft = "summarizer.engine.outcome";

    /// <summary>The engine at work.</summary>
    public const string Engine = "summarizer.engine";

    /// <summary>Claims that the article does not support.</summary>
    public const string Rejected = "summarizer.claims.rejected";

    /// <summary>A failure's code, or an exception's type; never its message, which may quote the article.</summary>
    public const string Error = "error.type";

    /// <summary>Marks a span as failed.</summary>
    public static void Fail(this Activity? span, string error)
        => span?.SetTag(Error, error).SetStatus(ActivityStatusCode.Error);
}
