namespace Summarizer.Catalog.Targets;

/// <summary>One name of one type over all articles, with what they say of it, and the name it stands for.</summary>
/// <param name="name">The name.</param>
/// <param name="known">The well-known target that it names; null for any other name.</param>
internal sealed class TargetNode(TargetName name, TargetGroup? known)
{
    private static readonly IReadOnlyDictionary<TargetNode, int> NoClaimants = new Dictionary<TargetNode, int>();
    private static readonly IReadOnlySet<TargetNode> None = new HashSet<TargetNode>();
    private Dictionary<TargetNode, int>? claimants;
    private HashSet<TargetNode>? claims;
    private HashSet<TargetNode>? children;
    private SpellingCounts names;
    private SpellingCounts aliases;

    public TargetName Name { get; } = name;

    /// <summary>Its number in the database; 0 until it has one.</summary>
    public long Row { get; set; }

    public bool IsKnown => known is not null;

    /// <summary>Articles that report on a target under this name.</summary>
    public int Articles { get; private set; }

    /// <summary>How often those articles name it.</summary>
    public int Mentions { get; private set; }

    public TargetStances Stances { get; private set; }

    /// <summary>The names whose articles say that this one means the same, each with the number of those articles.</summary>
    public IReadOnlyDictionary<TargetNode, int> Claimants => claimants ?? NoClaimants;

    /// <summary>The names that articles say mean the same as this one.</summary>
    public IReadOnlySet<TargetNode> Claims => claims ?? None;

    /// <summary>The name that this one stands for; null where it stands for itself.</summary>
    public TargetNode? Parent { get; private set; }

    public IReadOnlySet<TargetNode> Children => children ?? None;

    /// <summary>The target that is meant; null until it was looked for.</summary>
    public TargetGroup? Group { get; set; }

    /// <summary>The target that this name is the root of, where it stands for itself.</summary>
    public TargetGroup Own => field ??= known ?? new TargetGroup(this);

    public bool IsInUse => Articles > 0 || Claimants.Count > 0;

    public bool IsGone => !IsInUse && Claims.Count == 0;

    /// <summary>As most articles write it.</summary>
    public string Written => names.Most ?? aliases.Most ?? Name.Key;

    /// <summary>Every way it is written, with the number of articles.</summary>
    public IEnumerable<(int Articles, string Spelling)> Spellings => names.All.Concat(aliases.All);

    /// <summary>Counts a target of an article, or takes it back with <paramref name="articles"/> −1.</summary>
    public void Count(TargetUse use, int articles)
    {
        Articles += articles;
        Mentions += articles * use.Mentions;
        Stances = Stances.Plus(use.Stances, articles);
        names.Add(use.Spelling, articles);
    }

    /// <summary>Counts an article that has this name as another of one of its targets.</summary>
    public void CountAlias(string spelling, int articles) => aliases.Add(spelling, articles);

    /// <summary>
    /// Counts an article that says that this name means the same as <paramref name="claimant"/>; true when it is the first
    /// or was the last.
    /// </summary>
    public bool CountClaim(TargetNode claimant, int articles)
    {
        claimants ??= [];
        var before = claimants.GetValueOrDefault(claimant);
        var count = before + articles;
        if (count > 0)
        {
            claimants[claimant] = count;
            (claimant.claims ??= []).Add(this);
            return before == 0;
        }

        claimants.Remove(claimant);
        claimant.claims!.Remove(this);
        return true;
    }

    public void StandFor(TargetNode? parent)
    {
        Parent?.children!.Remove(this);
        Parent = parent;
        if (parent is not null)
            (parent.children ??= []).Add(this);
    }
}
