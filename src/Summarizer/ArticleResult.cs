using System.Text.Json.Serialization;

namespace Summarizer;

/// <summary>What became of one article: schema version 1, the document in the container <c>results</c>.</summary>
/// <remarks>Absent values are null, never missing. Offsets are UTF-16 code units into <see cref="Article.Text"/>, end exclusive.</remarks>
public sealed record ArticleResult
{
    /// <summary>Raised only by a change that breaks readers.</summary>
    public const int CurrentSchemaVersion = 1;

    [JsonRequired]
    public int SchemaVersion { get; init; } = CurrentSchemaVersion;

    /// <summary>The article's blob name.</summary>
    public required string Name { get; init; }

    public required ArticleStatus Status { get; init; }

    /// <summary>Null when <see cref="Status"/> is succeeded.</summary>
    public ArticleFailure? Failure { get; init; }

    public required ArticleSource Source { get; init; }

    /// <summary>Null when the upload could not be read as an article.</summary>
    public Article? Article { get; init; }

    public ArticleSummary? Summary { get; init; }

    public IReadOnlyList<StanceTag> Stances { get; init; } = [];

    /// <summary>What the engine claimed and the article does not support.</summary>
    public IReadOnlyList<Rejection> Rejected { get; init; } = [];

    /// <summary>Share of the article's text that the engine read, 0 to 1.</summary>
    public double Coverage { get; init; }

    public required EngineReport Engine { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime ProcessedAt { get; init; }

    /// <summary>Milliseconds from the uploaded bytes to this result.</summary>
    public required double DurationMs { get; init; }

    /// <summary>
    /// The trace that led to this result, 32 hexadecimal digits; null outside the pipeline and in results of earlier
    /// versions.
    /// </summary>
    public string? TraceId { get; init; }
}

[JsonConverter(typeof(JsonStringEnumConverter<ArticleStatus>))]
public enum ArticleStatus
{
    [JsonStringEnumMemberName("succeeded")] Succeeded,
    [JsonStringEnumMemberName("failed")] Failed,
}

/// <param name="Code">One of the named failures.</param>
/// <param name="Message">What happened, to what, and what to do.</param>
/// <param name="Attempts">Tries made, at least 1; waiting is not a try.</param>
public sealed record ArticleFailure(FailureCode Code, string Message, int Attempts);

[JsonConverter(typeof(JsonStringEnumConverter<FailureCode>))]
public enum FailureCode
{
    [JsonStringEnumMemberName("empty")] Empty,
    [JsonStringEnumMemberName("too-large")] TooLarge,
    [JsonStringEnumMemberName("unsupported-format")] UnsupportedFormat,
    [JsonStringEnumMemberName("unreadable")] Unreadable,
    [JsonStringEnumMemberName("too-complex")] TooComplex,
    [JsonStringEnumMemberName("content-filtered")] ContentFiltered,
    [JsonStringEnumMemberName("refused")] Refused,
    [JsonStringEnumMemberName("invalid-reply")] InvalidReply,
    [JsonStringEnumMemberName("engine-error")] EngineError,
}

/// <param name="ETag">The version of the article's blob that was read, without quotation marks.</param>
/// <param name="Sha256">Of the uploaded bytes, lower-case hexadecimal; null when they were too many to read.</param>
/// <param name="Bytes">Length of the upload.</param>
/// <param name="ContentType">What the upload was read as, such as <c>text/markdown</c>; null when that is unknown.</param>
/// <param name="Charset">The charset it was decoded from, as its IANA name; null when it is not text.</param>
public sealed record ArticleSource(
    [property: JsonPropertyName("etag")] string ETag, string? Sha256, long Bytes, string? ContentType, string? Charset);

/// <param name="Headline">At most 120 characters.</param>
/// <param name="Text">The sentences joined by a space.</param>
/// <param name="Sentences">In the article's order.</param>
public sealed record ArticleSummary(string Headline, string Text, IReadOnlyList<SummarySentence> Sentences);

public sealed record SummarySentence(string Text, IReadOnlyList<Evidence> Evidence);

/// <param name="Start">UTF-16 code units into the article's text, inclusive.</param>
/// <param name="End">Exclusive.</param>
/// <param name="Quote">The article's own characters from start to end.</param>
public sealed record Evidence(int Start, int End, string Quote)
{
    /// <summary>The stretch <paramref name="span"/> of <paramref name="text"/>.</summary>
    public static Evidence From(string text, TextSpan span) => new(span.Start, span.End, span.In(text));
}

/// <param name="Holder"><c>author</c>, or the name of the person or body quoted as holding the stance.</param>
/// <param name="Confidence">0 to 1: of tags with 0.8, about 80 % are right; of an unclear one, of the most probable stance.</param>
public sealed record StanceTag(
    StanceTarget Target, string Holder, Stance Stance, double Confidence, IReadOnlyList<Evidence> Evidence)
{
    /// <summary>How probable each stance is; null from an engine that does not say.</summary>
    public TagProbabilities? Probabilities { get; init; }

    /// <summary>How the article speaks of the target, whoever is speaking; null from an engine that does not count it.</summary>
    public Portrayal? Portrayal { get; init; }

    /// <summary>The holder of a stance that the article itself takes.</summary>
    public const string Author = "author";
}

/// <summary>Each from 0 to 1; they sum to 1.</summary>
public sealed record TagProbabilities(double Favor, double Against, double Neutral);

/// <param name="Favorable">Sentences that speak well of the target.</param>
/// <param name="Unfavorable">Sentences that speak badly of it.</param>
/// <param name="Sentences">All that speak of it.</param>
public sealed record Portrayal(int Favorable, int Unfavorable, int Sentences);

/// <param name="Mentions">How often the target is named in the article, aliases included.</param>
/// <param name="Aliases">The other names under which the article speaks of it.</param>
public sealed record StanceTarget(string Name, TargetType Type, int Mentions, IReadOnlyList<string> Aliases);

[JsonConverter(typeof(JsonStringEnumConverter<Stance>))]
public enum Stance
{
    /// <summary>The holder takes no side.</summary>
    [JsonStringEnumMemberName("neutral")] Neutral,
    [JsonStringEnumMemberName("favor")] Favor,
    [JsonStringEnumMemberName("against")] Against,

    /// <summary>The engine cannot tell.</summary>
    [JsonStringEnumMemberName("unclear")] Unclear,
}

[JsonConverter(typeof(JsonStringEnumConverter<TargetType>))]
public enum TargetType
{
    [JsonStringEnumMemberName("topic")] Topic,
    [JsonStringEnumMemberName("person")] Person,
    [JsonStringEnumMemberName("organization")] Organization,
    [JsonStringEnumMemberName("place")] Place,
}

/// <param name="Claim">What was claimed, cut to 300 characters.</param>
public sealed record Rejection(ClaimKind Kind, string Claim, RejectionReason Reason);

[JsonConverter(typeof(JsonStringEnumConverter<ClaimKind>))]
public enum ClaimKind
{
    [JsonStringEnumMemberName("headline")] Headline,
    [JsonStringEnumMemberName("summary")] Summary,
    [JsonStringEnumMemberName("stance")] Stance,
}

[JsonConverter(typeof(JsonStringEnumConverter<RejectionReason>))]
public enum RejectionReason
{
    [JsonStringEnumMemberName("quote-not-found")] QuoteNotFound,
    [JsonStringEnumMemberName("no-quote")] NoQuote,
    [JsonStringEnumMemberName("number-not-found")] NumberNotFound,
    [JsonStringEnumMemberName("name-not-found")] NameNotFound,
    [JsonStringEnumMemberName("target-not-found")] TargetNotFound,
    [JsonStringEnumMemberName("holder-not-found")] HolderNotFound,
    [JsonStringEnumMemberName("markup")] Markup,
    [JsonStringEnumMemberName("language")] Language,
    [JsonStringEnumMemberName("contradicted")] Contradicted,
}

/// <summary>Which engine answered and what it cost.</summary>
public sealed record EngineReport
{
    /// <summary><c>embedded</c> or <c>openai</c>.</summary>
    public required string Name { get; init; }

    public required string Version { get; init; }

    public string? Model { get; init; }

    /// <summary>Of the prompt file, lower-case hexadecimal; null without a prompt.</summary>
    public string? PromptSha256 { get; init; }

    public int InputTokens { get; init; }

    public int OutputTokens { get; init; }

    /// <summary>In the currency of the configured prices; null when no price is set.</summary>
    public decimal? Cost { get; init; }

    /// <summary>True when the embedded engine stood in for a model.</summary>
    public bool Fallback { get; init; }

    /// <summary>The article with the very same text whose paid-for result serves this one too; null otherwise.</summary>
    public string? ReusedFrom { get; init; }
}
