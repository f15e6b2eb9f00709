namespace Summarizer.Catalog.Targets;

/// <summary>What the database has to take over of the targets.</summary>
/// <param name="Moved">Names that are new, or stand for another target now.</param>
/// <param name="Changed">Targets whose name, type or number of articles may be another.</param>
/// <param name="Parted">Targets whose articles have to be counted, as names came or went that articles use.</param>
/// <param name="Gone">Names that no article uses any more.</param>
internal sealed record TargetChanges(
    IReadOnlySet<TargetNode> Moved, IReadOnlySet<TargetGroup> Changed, IReadOnlySet<TargetGroup> Parted,
    IReadOnlyList<TargetNode> Gone);
