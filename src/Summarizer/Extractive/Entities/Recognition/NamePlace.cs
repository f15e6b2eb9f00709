namespace Summarizer.Extractive.Entities.Recognition;

/// <summary>What stands around a token.</summary>
/// <param name="First">The first token of its sentence.</param>
/// <param name="End">Behind the last one.</param>
/// <param name="RunFirst">First token of the run of capitals, or of the small words between two, that it stands in.</param>
/// <param name="RunEnd">Behind its last.</param>
/// <param name="CapitalShare">0 to 2: how many of the sentence's words have capitals, in thirds; 3 in a sentence of up to three.</param>
/// <param name="Known">The longest name of the gazetteer that it belongs to.</param>
/// <param name="KnownPosition">0 for the gazetteer name's first word, else 1.</param>
internal readonly record struct NamePlace(
    int First, int End, int RunFirst, int RunEnd, ulong CapitalShare, KnownName? Known, ulong KnownPosition);
