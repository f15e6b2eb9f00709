namespace Summarizer.Extractive.Stances.Words;

/// <summary>One inflected form.</summary>
/// <param name="Text">In lower case, or as its list writes it.</param>
/// <param name="IsParticiple">Whether it may be a past participle, by which the passive is told.</param>
/// <param name="Particle">The separable prefix that stands apart from it, at the end of the clause; null for none.</param>
internal readonly record struct WordForm(string Text, bool IsParticiple = false, string? Particle = null);
