namespace Summarizer.Extractive.Attribution;

/// <summary>A sentence's verb of speech and who speaks.</summary>
/// <param name="Verb">Number of its token.</param>
/// <param name="Speaker">Number of the target that speaks; null when it is not named.</param>
/// <param name="Subject">Where the speaker stands; empty when it is not named.</param>
/// <param name="IsClosing">The statement stands before it: "…, she said."</param>
internal readonly record struct Speech(int Verb, int? Speaker, TextSpan Subject, bool IsClosing);
