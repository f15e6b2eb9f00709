namespace Summarizer.Extractive.Stances.Words;

/// <summary>What the target is to a verb.</summary>
internal enum TargetRole
{
    /// <summary>Neither, or nobody can tell.</summary>
    Neither,
    Subject,
    Object,
}
