using Summarizer.Extractive.Entities.Recognition;

namespace Summarizer.Extractive.Entities;

/// <summary>A stretch of text that names somebody or something.</summary>
/// <param name="Span">Without title, article or possessive.</param>
/// <param name="Sentence">Number of the sentence it stands in.</param>
/// <param name="Probabilities">That it is a name of each type; all zero for an adjective.</param>
/// <param name="IsTitled">A title stands before it.</param>
/// <param name="IsAdjective">"British", "Libyans".</param>
/// <param name="IsTentative">It stands in a heading, a label or a row of a list, where capitals say less.</param>
internal readonly record struct NameMention(
    TextSpan Span, int Sentence, NameProbabilities Probabilities, bool IsTitled = false, bool IsAdjective = false,
    bool IsTentative = false);
