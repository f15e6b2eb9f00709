namespace Summarizer.Extractive.Stances;

/// <summary>Tells the stance of one sentence toward one target named in it.</summary>
internal interface ISentenceStance
{
    /// <param name="sentence">The sentence as it stands.</param>
    /// <param name="target">Where the target is named in it.</param>
    StanceProbabilities Predict(ReadOnlySpan<char> sentence, TextSpan target);
}

/// <summary>Probabilities that sum to 1.</summary>
internal readonly record struct StanceProbabilities(double Against, double Neutral, double Favor);
