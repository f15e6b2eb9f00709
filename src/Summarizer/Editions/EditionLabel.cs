using System.Text.Json.Serialization;

namespace Summarizer.Editions;

/// <summary>How one article's text relates to another's.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EditionLabel>))]
public enum EditionLabel
{
    /// <summary>Texts of their own, even when they report on one event and quote the same people.</summary>
    [JsonStringEnumMemberName("different")] Different,

    /// <summary>One is an excerpt or a rewrite of the other, or both are of a third.</summary>
    [JsonStringEnumMemberName("derived")] Derived,

    /// <summary>The same article, edited.</summary>
    [JsonStringEnumMemberName("edition")] Edition,
}

/// <param name="Similarity">Share of the shorter text's shingles that stand in the other, 0 to 1.</param>
public readonly record struct EditionMatch(EditionLabel Label, double Similarity);
