namespace Summarizer.Extractive.Entities;

/// <summary>Somebody or something the article is about.</summary>
/// <param name="Name">As it stands in the article, at its fullest.</param>
/// <param name="Aliases">The other forms, in the order of their first appearance.</param>
/// <param name="Mentions">In the order of the text.</param>
/// <param name="Salience">How probable it is that a summary needs it, 0 to 1.</param>
internal sealed record Target(
    string Name, TargetType Type, IReadOnlyList<string> Aliases, IReadOnlyList<TargetMention> Mentions, double Salience)
{
    /// <summary>Whether it is salient enough to be reported.</summary>
    public bool IsReported => Salience >= LeastSalience;

    /// <summary>The least salience with which it is reported.</summary>
    public double LeastSalience { get; init; } = 0.1;

    /// <summary>The pronouns and descriptions that stand for it, in the order of the text.</summary>
    public IReadOnlyList<LinkedMention> Linked { get; init; } = [];

    /// <summary>Whether the name alone makes it plain that it can hold a stance.</summary>
    public bool CanSpeak { get; init; }
}

/// <param name="Span">Where it is named.</param>
/// <param name="Sentence">Number of the sentence.</param>
/// <param name="IsAdjective">Only "British" or "Libyans" stands there.</param>
internal readonly record struct TargetMention(TextSpan Span, int Sentence, bool IsAdjective);
