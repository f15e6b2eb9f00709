using System.Text.Json.Serialization;

namespace Summarizer.Editions;

/// <summary>A stretch of two texts that is the same in both, or not.</summary>
/// <param name="Left">In the left text; empty where the right one has something of its own.</param>
/// <param name="Right">In the right text; empty where the left one has something of its own.</param>
public readonly record struct Difference(DifferenceKind Kind, TextSpan Left, TextSpan Right);

[JsonConverter(typeof(JsonStringEnumConverter<DifferenceKind>))]
public enum DifferenceKind
{
    /// <summary>The same words; white space, quotation marks and dashes may be written otherwise.</summary>
    [JsonStringEnumMemberName("same")] Same,

    /// <summary>In the right text alone.</summary>
    [JsonStringEnumMemberName("added")] Added,

    /// <summary>In the left text alone.</summary>
    [JsonStringEnumMemberName("removed")] Removed,

    /// <summary>Worded differently.</summary>
    [JsonStringEnumMemberName("changed")] Changed,
}
