namespace Summarizer.Extractive.Entities;

/// <summary>A pronoun or a description that stands for a target.</summary>
/// <param name="Span">Of a description all from its article to its noun, with the possessive ending.</param>
/// <param name="Sentence">Number of the sentence.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Confidence">Probability, from 0 to 1, that it stands for this target.</param>
internal readonly record struct LinkedMention(TextSpan Span, int Sentence, LinkKind Kind, double Confidence)
{
    /// <summary>What is less likely is not linked: four in five are right, cross-validated on GUM.</summary>
    public const double LeastConfidence = 0.4;

    /// <summary>The same for the "I" of a whole speech: one mistake about who speaks is a hundred wrong links.</summary>
    public const double LeastOfSpeaker = 0.68;

    /// <summary>From here on what is said of it counts as said of the target.</summary>
    public const double Reliable = 0.7;
}

internal enum LinkKind : byte
{
    /// <summary>"She", "its", or "I" of somebody who is quoted.</summary>
    Pronoun,

    /// <summary>"The governor", "this city".</summary>
    Noun,
}
