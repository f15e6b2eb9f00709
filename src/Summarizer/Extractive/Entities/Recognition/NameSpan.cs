namespace Summarizer.Extractive.Entities.Recognition;

/// <summary>A name as the recogniser found it.</summary>
/// <param name="Span">Without title, article or possessive.</param>
/// <param name="Sentence">Number of its sentence.</param>
/// <param name="First">Number of its first token.</param>
/// <param name="End">Behind its last.</param>
/// <param name="Probabilities">That it is a name of each type.</param>
/// <param name="IsSure">That it is a name is more probable than that it is none.</param>
internal readonly record struct NameSpan(
    TextSpan Span, int Sentence, int First, int End, NameProbabilities Probabilities, bool IsSure)
{
    /// <summary>The most probable one.</summary>
    public TargetType Type => Probabilities.Person >= Math.Max(Probabilities.Organization, Probabilities.Place) ? TargetType.Person
        : Probabilities.Organization >= Probabilities.Place ? TargetType.Organization : TargetType.Place;
}

/// <summary>How probable it is that a stretch of text is a name of each type, 0 to 1; the rest is that it is none.</summary>
internal readonly record struct NameProbabilities(float Person, float Organization, float Place)
{
    public float Any => Person + Organization + Place;
}
