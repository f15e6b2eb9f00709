using System.Text.Json.Serialization;

namespace Summarizer.Storage.Reviews;

/// <summary>What people judged of an article's claims: schema version 1, the document in the container <c>reviews</c>.</summary>
public sealed record Review
{
    public const int CurrentSchemaVersion = 1;

    /// <summary>Null only in what a client sends.</summary>
    public int? SchemaVersion { get; init; }

    /// <summary>The article's blob name; null only in what a client sends.</summary>
    public string? Name { get; init; }

    /// <summary>In the order in which they were given. The last one of each reviewer on a claim counts.</summary>
    public required IReadOnlyList<ReviewVerdict> Verdicts { get; init; }

    public static Review Empty { get; } = new() { Verdicts = [] };

    /// <summary>Claims on which reviewers disagree; told to readers, never stored.</summary>
    public IReadOnlyList<ReviewConflict>? Conflicts { get; init; }
}

/// <summary>One page of the list of reviews.</summary>
/// <param name="Cursor">For the page after this one; missing at the end.</param>
public sealed record ReviewPage(IReadOnlyList<Review> Items, string? Cursor);

/// <param name="Reviewers">Those who judged the claim.</param>
public sealed record ReviewConflict(ReviewKind Kind, string? Target, string? Holder, string? Quote, IReadOnlyList<string> Reviewers);

/// <summary>One person's verdict on one claim, which it names by content, so that it finds the claim again after a re-run.</summary>
public sealed record ReviewVerdict
{
    public required ReviewKind Kind { get; init; }

    /// <summary>Of a stance: the target's name, or an alias of it. Null for a sentence of the summary.</summary>
    public string? Target { get; init; }

    /// <summary>Of an added stance.</summary>
    [JsonConverter(typeof(NamedConverter<TargetType>))]
    public TargetType? Type { get; init; }

    /// <summary>Of a stance: <see cref="StanceTag.Author"/> or who is quoted.</summary>
    public string? Holder { get; init; }

    /// <summary>Of the summary: the sentence, or a quote that it rests on.</summary>
    public string? Quote { get; init; }

    [JsonPropertyName("verdict")]
    public required Judgement Judgement { get; init; }

    /// <summary>Of a stance: the right one where it was corrected or added, otherwise the one that was judged.</summary>
    [JsonConverter(typeof(NamedConverter<Stance>))]
    public Stance? Stance { get; init; }

    public string? Note { get; init; }

    /// <summary>Of an added stance; checked like an engine's.</summary>
    public IReadOnlyList<Evidence>? Evidence { get; init; }

    public string? Reviewer { get; init; }

    /// <summary>UTC; null only in what a client sends.</summary>
    public DateTime? At { get; init; }

    /// <summary>Whether its claim is gone; told to readers, never stored.</summary>
    public bool? Stale { get; init; }
}

[JsonConverter(typeof(NamedConverter<ReviewKind>))]
public enum ReviewKind
{
    [JsonStringEnumMemberName("stance")] Stance,
    [JsonStringEnumMemberName("summary")] Summary,
}

[JsonConverter(typeof(NamedConverter<Judgement>))]
public enum Judgement
{
    [JsonStringEnumMemberName("accepted")] Accepted,
    [JsonStringEnumMemberName("rejected")] Rejected,
    [JsonStringEnumMemberName("corrected")] Corrected,
    [JsonStringEnumMemberName("added")] Added,
}

/// <summary>By name alone: a number is no verdict.</summary>
public sealed class NamedConverter<T>() : JsonStringEnumConverter<T>(namingPolicy: null, allowIntegerValues: false)
    where T : struct, Enum;
