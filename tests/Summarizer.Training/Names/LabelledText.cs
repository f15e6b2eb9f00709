namespace Summarizer.Training.Names;

/// <summary>A text whose names people have marked.</summary>
/// <param name="Set">Which figures it counts for.</param>
/// <param name="Group">Texts of one group are never split between training and test.</param>
internal sealed record LabelledText(
    string Set, int Group, string Language, string Text, IReadOnlyList<(TextSpan Span, TargetType Type)> Names);
