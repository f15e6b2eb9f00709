namespace Summarizer.Tests.Support;

/// <summary>Tests that run when no others do.</summary>
[CollectionDefinition(nameof(AloneInProcess), DisableParallelization = true)]
public sealed class AloneInProcess;
