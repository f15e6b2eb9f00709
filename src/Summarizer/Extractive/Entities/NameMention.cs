namespace Summarizer.Extractive.Entities;

/// <summary>A stretch of text that names somebody or something.</summary>
/// <param name="Span">Without title, article or possessive.</param>
/// <param name="Sentence">Number of the sentence it stands in.</param>
/// <param name="Type">Null when the words do not tell.</param>
/// <param name="IsTitled">A title stands before it.</param>
/// <param name="IsAdjective">"British", "Libyans".</param>
/// <param name="IsTentative">Its capital may be owed to its place, as at a sentence's start.</param>
internal readonly record struct NameMention(
    TextSpan Span, int Sentence, TargetType? Type, bool IsTitled = false, bool IsAdjective = false, bool IsTentative = false);
