namespace Summarizer.Catalog.Targets;

/// <summary>One target under all the names that articles give it: its canonical name, and the articles that report on it.</summary>
internal sealed class TargetGroup
{
    /// <summary>A root with more other names than these keeps its own: they are not looked through at every change.</summary>
    private const int MaxForms = 64;

    private readonly KnownTarget? known;
    private readonly TargetNode? only;
    private readonly HashSet<TargetNode>? roots;
    private string? name;

    /// <param name="root">The name that stands for itself.</param>
    public TargetGroup(TargetNode root)
    {
        only = root;
        Id = $"{root.Name.Key}\n{(int)root.Name.Type}";
    }

    /// <param name="known">Whose names all stand for it.</param>
    public TargetGroup(KnownTarget known)
    {
        (this.known, roots) = (known, []);
        Id = known.First + "\n";
    }

    /// <summary>Its number in the database; 0 until it has one.</summary>
    public long Row { get; set; }

    /// <summary>How many articles report on it.</summary>
    public int Articles { get; set; }

    /// <summary>Different for every target, and the same whatever else is known.</summary>
    public string Id { get; }

    /// <summary>
    /// The canonical name: of a well-known target the first of its names that articles use; of others the root's, or another
    /// form of it that more articles use (Donald Trump for Donald J. Trump), as most of them write it.
    /// </summary>
    public string Name => name ??= (only is null ? Root : Form(only)).Written;

    public TargetType Type => known?.Type ?? Root.Name.Type;

    private TargetNode Root => only ?? roots!.MinBy(r => (r.IsInUse ? 0 : 1, known!.PlaceOf(r.Name.Key), -r.Articles, r.Name.Type))!;

    /// <summary>Adds a name of a well-known target that articles use.</summary>
    public void AddRoot(TargetNode root)
    {
        roots!.Add(root);
        Forget();
    }

    public void RemoveRoot(TargetNode root)
    {
        roots!.Remove(root);
        Forget();
    }

    /// <summary>Drops the computed name: what articles write changed.</summary>
    public void Forget() => name = null;

    private TargetNode Form(TargetNode root) => root.Claims.Count > MaxForms
        ? root
        : root.Claims
            .Where(n => n.Group == this && n.Articles > root.Articles && n.Name.Words > 1
                && n.Name.FirstWord == root.Name.FirstWord && n.Name.LastWord == root.Name.LastWord)
            .OrderByDescending(n => n.Articles).ThenBy(n => n.Name).FirstOrDefault() ?? root;

    /// <summary>Every name that stands for this target.</summary>
    public IEnumerable<TargetNode> Members()
    {
        var seen = new HashSet<TargetNode>(only is null ? roots! : [only]);
        var next = new Queue<TargetNode>(seen);
        while (next.TryDequeue(out var node))
        {
            if (node.Group != this)
                continue;
            yield return node;
            foreach (var child in node.Children)
            {
                if (seen.Add(child))
                    next.Enqueue(child);
            }
        }
    }
}
