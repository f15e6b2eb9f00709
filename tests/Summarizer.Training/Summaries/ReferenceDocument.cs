namespace Summarizer.Training.Summaries;

/// <summary>A text and what people wrote to say what is in it.</summary>
/// <param name="Set">Name of the set it comes from.</param>
/// <param name="References">At least one.</param>
internal sealed record ReferenceDocument(string Set, string Id, Article Article, IReadOnlyList<string> References);
