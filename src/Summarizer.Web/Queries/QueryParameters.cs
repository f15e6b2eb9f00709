using Microsoft.AspNetCore.Http;

namespace Summarizer.Web.Queries;

/// <summary>
/// The parameters of a request's query, each read by name. What nobody read is refused: a misspelt filter must not answer with
/// everything.
/// </summary>
internal sealed class QueryParameters(IQueryCollection given)
{
    /// <summary>Of a name that nobody knows, as much is repeated.</summary>
    private const int MaxShown = 60;

    private readonly List<string> known = [];

    /// <summary>The value of a parameter; empty when it is not given.</summary>
    public string Read(string name)
    {
        if (!known.Contains(name))
            known.Add(name);
        return given[name] is [var value, ..] ? value ?? "" : "";
    }

    /// <summary>What is wrong with the parameters as such, after all were read: one is unknown, or given twice.</summary>
    /// <param name="without">Parameters that were read and that the route does not take.</param>
    public Problem? Check(params ReadOnlySpan<string> without)
    {
        var taken = known.ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var name in without)
            taken.Remove(name);
        foreach (var (name, values) in given)
        {
            if (!taken.Contains(name))
            {
                return Problem.BadQuery(
                    $"\"{Shown(name)}\" is no parameter here; known are {string.Join(", ", known.Where(taken.Contains))}.");
            }

            if (values.Count > 1)
                return Problem.BadQuery($"{name} is given {values.Count} times; give it once.");
        }

        return null;
    }

    private static string Shown(string name) => name.Length <= MaxShown ? name : string.Concat(name.AsSpan(0, MaxShown), "…");
}
