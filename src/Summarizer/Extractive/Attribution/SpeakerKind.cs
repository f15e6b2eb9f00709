namespace Summarizer.Extractive.Attribution;

/// <summary>Who says what stands at some place in the text.</summary>
internal enum SpeakerKind
{
    /// <summary>The article itself.</summary>
    Author,

    /// <summary>Somebody the article quotes or reports, and names.</summary>
    Named,

    /// <summary>Somebody it does not name: "critics say".</summary>
    Unnamed,
}

/// <param name="Speaker">Number of the target that speaks; null unless it is a named one.</param>
internal readonly record struct Attribution(SpeakerKind SpeakerKind, int? Speaker = null)
{
    public static Attribution Author { get; } = new(SpeakerKind.Author);
}
