using Summarizer.Storage.Entries;

namespace Summarizer.Catalog.Targets;

/// <summary>The targets of all articles, each one target under whatever names articles give it.</summary>
/// <remarks>
/// <para>What is kept are counts of what articles say, and what follows from the counts: which name stands for which.
/// So the targets are the same in whatever order articles came and went. A change asks anew for the names around the
/// changed article's own, and costs as much as those and their groups. Which articles report on a target is in the database;
/// <see cref="Take"/> tells it what changed.</para>
/// <para>Not safe for threads; <see cref="SharedTargets"/> holds the lock.</para>
/// </remarks>
internal sealed class TargetIndex
{
    /// <summary>Names that stand for each other in a longer row say nothing certain, and stay apart.</summary>
    private const int MaxSteps = 6;

    /// <summary>What more targets than these go by names none of them.</summary>
    private const int MaxMeant = 64;

    private readonly Dictionary<TargetName, TargetNode> nodes = [];
    private readonly Dictionary<KnownTarget, TargetGroup> known = [];
    private readonly Dictionary<string, int> bearers = new(StringComparer.Ordinal);
    private readonly HashSet<TargetGroup> groups = [];
    private readonly HashSet<TargetNode> dirty = [];
    private readonly TargetParents parents;
    private HashSet<TargetNode> moved = [];
    private HashSet<TargetGroup> changed = [];
    private HashSet<TargetGroup> parted = [];
    private List<TargetNode> gone = [];

    public TargetIndex() => parents = new TargetParents(nodes.GetValueOrDefault, bearers);

    /// <summary>The targets that an article reports on, in no order.</summary>
    public IReadOnlySet<TargetGroup> Groups => groups;

    /// <summary>Names known, those included that stand for others.</summary>
    public int Names => nodes.Count;

    /// <summary>Takes an article out, or in, or one in the place of another.</summary>
    /// <param name="before">The tags of what is taken out; empty for nothing.</param>
    /// <param name="after">The tags of what is put in.</param>
    /// <returns>For each tag put in the name of what it is about.</returns>
    public TargetNode[] Change(IReadOnlyList<StanceEntry> before, IReadOnlyList<StanceEntry> after)
    {
        if (before.Count > 0)
        {
            var (known, _) = TargetUse.From(before);
            foreach (var group in known.Select(u => nodes[u.Name].Group!).Distinct())
                List(group, -1);
            Count(known, -1);
        }

        var (uses, ofTags) = TargetUse.From(after);
        var found = Count(uses, 1);
        Settle();
        foreach (var group in found.Select(n => n.Group!).Distinct())
            List(group, 1);
        return [.. ofTags.Select(i => found[i])];
    }

    /// <summary>Counts an article that the database has already; <see cref="EndLoading"/> draws the consequences of all.</summary>
    public void Load(IReadOnlyList<StanceEntry> tags) => Count(TargetUse.From(tags).Uses, 1);

    /// <summary>Ends the loading: what the database has of names and targets holds as far as it agrees with the counts.</summary>
    /// <param name="rows">The names with their numbers, and the numbers of their targets.</param>
    /// <param name="saved">The targets by their numbers, with their articles.</param>
    public void EndLoading(
        IReadOnlyDictionary<TargetName, (long Row, long Target)> rows, IReadOnlyDictionary<long, (string Id, int Articles)> saved)
    {
        Settle();
        var byId = saved.ToDictionary(s => s.Value.Id, s => s, StringComparer.Ordinal);
        (moved, changed, parted, gone) = ([], [], [], []);
        foreach (var group in nodes.Values.Select(n => n.Group!).Distinct())
        {
            if (!byId.TryGetValue(group.Id, out var known))
                continue;
            (group.Row, group.Articles) = (known.Key, known.Value.Articles);
            if (group.Articles > 0)
                groups.Add(group);
        }

        foreach (var node in nodes.Values)
        {
            var isKnown = rows.TryGetValue(node.Name, out var row);
            node.Row = row.Row;
            if (isKnown && node.Group!.Row == row.Target && row.Target > 0)
                continue;
            moved.Add(node);
            parted.Add(node.Group!);
        }
    }

    /// <summary>What changed since this was last asked for, each once.</summary>
    public TargetChanges Take()
    {
        var taken = new TargetChanges(moved, changed, parted, gone);
        (moved, changed, parted, gone) = ([], [], [], []);
        return taken;
    }

    /// <summary>Takes over how many articles report on a target, where names moved between targets.</summary>
    public void SetArticles(TargetGroup group, int articles)
    {
        group.Articles = articles;
        if (articles > 0)
            groups.Add(group);
        else
            groups.Remove(group);
    }

    /// <summary>
    /// The targets that somebody may mean by a name: those that go by it, or else those of which some article has it as
    /// another name.
    /// </summary>
    public IReadOnlyCollection<TargetGroup> Find(string name)
    {
        var key = TargetName.Fold(name);
        TargetNode[] named =
            [.. Enum.GetValues<TargetType>().Select(t => nodes.GetValueOrDefault(new TargetName(key, t))).OfType<TargetNode>()];
        var meant = named.Where(n => n.Articles > 0 || n.Parent is not null).Select(n => n.Group!).ToHashSet();
        if (KnownTarget.Find(key) is { } everybodys && known.TryGetValue(everybodys, out var group))
            meant.Add(group);
        meant.IntersectWith(groups);
        if (meant.Count > 0)
            return meant;
        var other = named.SelectMany(n => n.Claimants.Keys).Select(c => c.Group!).Where(groups.Contains)
            .Distinct().Take(MaxMeant + 1).ToArray();
        return other.Length > MaxMeant ? [] : other;
    }

    /// <summary>The targets of which one name fits, whether articles use it or everybody does.</summary>
    /// <param name="fits">Told a folded name.</param>
    public IReadOnlySet<TargetGroup> Find(Func<string, bool> fits)
    {
        var found = new HashSet<TargetGroup>();
        foreach (var node in nodes.Values.Where(n => fits(n.Name.Key)))
        {
            found.Add(node.Group!);
            found.UnionWith(node.Claimants.Keys.Select(c => c.Group!));
        }

        found.UnionWith(known.Where(k => k.Key.Keys.Any(fits)).Select(k => k.Value));
        found.IntersectWith(groups);
        return found;
    }

    private TargetNode[] Count(IReadOnlyList<TargetUse> uses, int sign)
    {
        var found = new TargetNode[uses.Count];
        for (var i = 0; i < found.Length; i++)
        {
            var node = found[i] = Get(uses[i].Name);
            node.Count(uses[i], sign);
            Touch(node.Name);
            if (node.Name is { Type: TargetType.Person, Words: > 1 })
                CountBearer(node.Name.LastWord, sign);
            foreach (var (name, spelling) in uses[i].Aliases)
            {
                var alias = Get(name);
                alias.CountAlias(spelling, sign);
                if (alias.Name.Expands(node.Name))
                    CountClaim(alias, node, sign);
                else
                    CountClaim(node, alias, sign);
            }
        }

        return found;
    }

    private void CountBearer(string surname, int sign)
    {
        var count = bearers.GetValueOrDefault(surname) + sign;
        if (count == 0)
            bearers.Remove(surname);
        else
            bearers[surname] = count;
        if (nodes.TryGetValue(new TargetName(surname, TargetType.Person), out var alone))
            dirty.Add(alone);
    }

    private void CountClaim(TargetNode claimant, TargetNode claimed, int sign)
    {
        Touch(claimant.Name);
        Touch(claimed.Name);
        if (!claimed.CountClaim(claimant, sign))
            return;
        // Names that both claim may no longer be in question between the two, or be so now.
        var (fewer, more) = claimant.Claims.Count < claimed.Claims.Count ? (claimant, claimed) : (claimed, claimant);
        dirty.UnionWith(fewer.Claims.Where(more.Claims.Contains));
    }

    /// <summary>What the name stands for is computed anew, and so it is for the same name of other types.</summary>
    private void Touch(TargetName name)
    {
        foreach (var type in Enum.GetValues<TargetType>())
        {
            if (nodes.TryGetValue(name with { Type = type }, out var node))
                dirty.Add(node);
        }
    }

    private TargetNode Get(TargetName name)
    {
        if (nodes.TryGetValue(name, out var node))
            return node;
        TargetGroup? everybodys = null;
        if (KnownTarget.Find(name) is { } target && !known.TryGetValue(target, out everybodys))
            known.Add(target, everybodys = new TargetGroup(target));
        nodes.Add(name, node = new TargetNode(name, everybodys));
        everybodys?.AddRoot(node);
        return node;
    }

    /// <summary>Draws the consequences of what was counted.</summary>
    private void Settle()
    {
        var edge = new List<TargetNode>();
        foreach (var node in dirty)
        {
            Forget(node.Group);
            if (parents.ParentOf(node) is var parent && parent == node.Parent && node.Group is not null)
                continue;
            node.StandFor(parent);
            edge.Add(node);
        }

        foreach (var node in WithWhatStandsFor(edge))
        {
            var group = GroupOf(node);
            if (node.Group == group)
                continue;
            if (node.Group is { } from && node.Articles > 0)
            {
                parted.Add(from);
                parted.Add(group);
            }

            node.Group = group;
            moved.Add(node);
            Forget(group);
        }

        foreach (var node in dirty.Where(n => n.IsGone))
        {
            nodes.Remove(node.Name);
            moved.Remove(node);
            gone.Add(node);
            if (!node.IsKnown)
                continue;
            node.Own.RemoveRoot(node);
            Forget(node.Own);
        }

        dirty.Clear();
    }

    private void Forget(TargetGroup? group)
    {
        if (group is null)
            return;
        group.Forget();
        changed.Add(group);
    }

    private static HashSet<TargetNode> WithWhatStandsFor(List<TargetNode> changed)
    {
        var (found, edge) = (new HashSet<TargetNode>(changed), changed);
        for (var step = 0; step <= MaxSteps && edge.Count > 0; step++)
            edge = [.. edge.SelectMany(n => n.Children).Where(found.Add)];
        return found;
    }

    private static TargetGroup GroupOf(TargetNode node)
    {
        var path = new List<TargetNode>(MaxSteps) { node };
        while (path[^1].Parent is { } parent)
        {
            // Names that stand for each other in a circle are one target, under the first of them.
            if (path.IndexOf(parent) is var start and >= 0)
                return path.Skip(start).MinBy(n => n.Name)!.Own;
            if (path.Count > MaxSteps)
                return node.Own;
            path.Add(parent);
        }

        return path[^1].Own;
    }

    private void List(TargetGroup group, int articles)
    {
        changed.Add(group);
        SetArticles(group, group.Articles + articles);
    }
}
