using System.Reflection;

namespace Summarizer.Tests.Structure;

/// <summary>Which neighbouring namespaces of an assembly refer to which: two are neighbours when they have the same parent.</summary>
internal sealed class NamespaceMap
{
    private readonly ILookup<string, (string To, string Types)> arrows;

    public NamespaceMap(Assembly assembly) => arrows = TypeReferences.Read(assembly)
        .Select(reference => (Between: Neighbours(reference.From, reference.To), Types: $"{reference.From.Name} -> {reference.To.Name}"))
        .Where(arrow => arrow.Between is not null)
        .ToLookup(arrow => arrow.Between!.Value.From, arrow => (arrow.Between!.Value.To, arrow.Types));

    /// <summary>Neighbours that lead to each other, whatever the way round, as one line each.</summary>
    public IEnumerable<string> Circles() => arrows.Select(a => a.Key)
        .Select(start => Reached(start).Where(other => Reached(other).Contains(start)).Order(StringComparer.Ordinal).ToArray())
        .Where(circle => circle.Length > 1)
        .Select(circle => string.Join(" <-> ", circle))
        .Distinct();

    /// <summary>The types that make the arrows of a circle.</summary>
    public IEnumerable<string> Types(string circle)
    {
        var members = circle.Split(" <-> ");
        return members.SelectMany(from => arrows[from]).Where(a => members.Contains(a.To))
            .Select(a => a.Types).Order(StringComparer.Ordinal);
    }

    private HashSet<string> Reached(string start)
    {
        var reached = new HashSet<string>();
        var next = new Queue<string>([start]);
        while (next.TryDequeue(out var from))
        {
            foreach (var (to, _) in arrows[from])
            {
                if (reached.Add(to))
                    next.Enqueue(to);
            }
        }

        return reached;
    }

    private static (string From, string To)? Neighbours(Type from, Type to)
    {
        if (from.Namespace is not { } left || to.Namespace is not { } right)
            return null;
        var (a, b) = (left.Split('.'), right.Split('.'));
        var common = a.Zip(b).TakeWhile(pair => pair.First == pair.Second).Count();
        return common == 0 || common == a.Length || common == b.Length
            ? null
            : (string.Join('.', a[..(common + 1)]), string.Join('.', b[..(common + 1)]));
    }
}
