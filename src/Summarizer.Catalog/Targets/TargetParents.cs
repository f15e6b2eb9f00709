namespace Summarizer.Catalog.Targets;

/// <summary>Which name another stands for, by what articles say of both: precision before recall.</summary>
/// <remarks>
/// It depends on counts alone, never on the order in which articles came, and looks at no more than a few names around
/// the one in question: so one changed article asks for few of them again.
/// </remarks>
/// <param name="find">The name of a key and a type, where articles use it.</param>
/// <param name="bearers">How many articles report on persons of more names than one, by their last.</param>
internal sealed class TargetParents(Func<TargetName, TargetNode?> find, IReadOnlyDictionary<string, int> bearers)
{
    /// <summary>What more names than these claim is a word like "president".</summary>
    private const int MaxClaimants = 8;

    /// <summary>How many times as many articles give a word one type as another, where the other is taken for an error.</summary>
    private const int ErrorRatio = 4;

    private static readonly TargetType[] Sure = [TargetType.Person, TargetType.Organization, TargetType.Place];

    /// <summary>The name that <paramref name="node"/> stands for; null when it stands for itself.</summary>
    public TargetNode? ParentOf(TargetNode node)
        => node.IsKnown || node.IsGone ? null
            : node.Claimants.Count > 0 ? OnlyClaimant(node)
            : OtherType(node);

    /// <summary>
    /// Whether <paramref name="claimant"/>, which has <paramref name="claimed"/> among its other names, says who that is. A
    /// longer name that is no fuller form of it ("the Republican nominee" of Romney) may mean somebody else elsewhere, and so
    /// may a given name.
    /// </summary>
    private static bool Binds(TargetNode claimant, TargetNode claimed)
        => claimed.Name.Words <= claimant.Name.Words && !IsGivenName(claimed.Name, claimant.Name);

    private static bool IsGivenName(TargetName name, TargetName full)
        => name is { Type: TargetType.Person, Words: 1 } && full.Words > 1 && full.FirstWord == name.Key && full.LastWord != name.Key;

    private TargetNode? OnlyClaimant(TargetNode node)
    {
        if (node.Claimants.Count > MaxClaimants)
            return null;
        var binding = node.Claimants.Keys.Where(c => Binds(c, node) && !Covers(node, c)).ToArray();
        var candidates = binding.Where(c => !Array.Exists(binding, other => Covers(other, c))).ToArray();
        if (candidates.Length == 0 || candidates.Select(c => c.IsKnown ? (object)c.Own : c).Distinct().Count() > 1)
            return null;
        var claimant = candidates.Min(c => c.Name);
        var only = Array.Find(candidates, c => c.Name == claimant)!;
        return IsSharedSurname(node, binding) ? null : only;
    }

    /// <summary>Whether the one stands for the other: it claims it, and is not claimed by it with a name that comes first.</summary>
    private static bool Covers(TargetNode one, TargetNode other)
        => other.Claimants.ContainsKey(one) && Binds(one, other)
           && !(one.Claimants.ContainsKey(other) && Binds(other, one) && other.Name.CompareTo(one.Name) < 0);

    /// <summary>
    /// A surname means its claimant only where others who bear it are reported on by fewer articles than those that call
    /// the claimant by it.
    /// </summary>
    private bool IsSharedSurname(TargetNode node, TargetNode[] claimants)
    {
        if (node.Name.Type != TargetType.Person || node.Name.Words > 1)
            return false;
        var others = bearers.GetValueOrDefault(node.Name.Key)
            - claimants.Where(c => c.Name.LastWord == node.Name.Key && c.Name.Words > 1).Sum(c => c.Articles);
        return others > 0 && others >= claimants.Sum(c => node.Claimants[c]);
    }

    /// <summary>
    /// The same name with another type: a name without a sure type joins the one that has one; a full name is one target
    /// whatever its type; of a single word, which may be a person here and a place there, only a rare exception joins.
    /// </summary>
    private TargetNode? OtherType(TargetNode node)
    {
        var others = Sure.Where(t => t != node.Name.Type)
            .Select(t => find(node.Name with { Type = t })).OfType<TargetNode>().Where(n => n.IsInUse).ToArray();
        if (others.Length == 0)
            return null;
        if (node.Name.Type == TargetType.Topic && others.Length == 1)
            return others[0];
        var most = others.MaxBy(n => (n.Articles, -(int)n.Name.Type))!;
        if (node.Name.Words == 1)
            return most.Articles >= ErrorRatio * Math.Max(1, node.Articles) ? most : null;
        var isMore = most.Articles != node.Articles ? most.Articles > node.Articles : most.Name.Type < node.Name.Type;
        return isMore || node.Name.Type == TargetType.Topic ? most : null;
    }
}
