using Summarizer.Tests.Support;

namespace Summarizer.Tests.Infra;

/// <summary>A declaration: <c>param</c>, <c>var</c>, <c>resource</c>, <c>module</c> or <c>output</c>, nested resources included.</summary>
/// <param name="Type">Type of a parameter or output, resource type, or path of a module.</param>
/// <param name="Decorators">Names of its decorators.</param>
/// <param name="Body">Everything after name and type, up to the next declaration.</param>
internal sealed record BicepDeclaration(
    string Keyword, string Name, string Type, IReadOnlySet<string> Decorators, IReadOnlyList<BicepToken> Body)
{
    public bool HasDefault => Keyword == "param" && Body.Any(t => t.Is("="));

    /// <summary>The string right after <c>key:</c>, at any depth; null when there is none.</summary>
    public string? TextOf(string key) => After(key) is { Kind: BicepKind.Text } value ? value.Text : null;

    /// <summary>The token right after <c>key:</c>, at any depth.</summary>
    public BicepToken? After(string key)
    {
        for (var i = 0; i + 2 < Body.Count; i++)
        {
            if (Body[i].Is(key) && Body[i + 1].Is(":"))
                return Body[i + 2];
        }

        return null;
    }
}

/// <summary>What a Bicep file declares and refers to.</summary>
internal sealed class BicepFile
{
    private static readonly HashSet<string> Keywords = ["param", "var", "resource", "module", "output"];

    private BicepFile(string path)
    {
        Path = path;
        Source = Repository.Text(path);
        Tokens = BicepTokens.Of(Source);
        Declarations = Declare(Tokens);
    }

    public static IReadOnlyList<BicepFile> All { get; } =
    [
        .. Directory.GetFiles(Repository.PathOf("infra"), "*.bicep", SearchOption.AllDirectories)
            .Select(f => System.IO.Path.GetRelativePath(Repository.PathOf("."), f).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .Select(p => new BicepFile(p)),
    ];

    public string Path { get; }

    public string Source { get; }

    public IReadOnlyList<BicepToken> Tokens { get; }

    public IReadOnlyList<BicepDeclaration> Declarations { get; }

    public static BicepFile Named(string name) => All.Single(f => f.Path.EndsWith("/" + name, StringComparison.Ordinal));

    public IEnumerable<BicepDeclaration> Of(string keyword) => Declarations.Where(d => d.Keyword == keyword);

    public IEnumerable<BicepDeclaration> Resources(string type)
        => Of("resource").Where(r => r.Type.Split('@')[0] == type && !r.Body.Any(t => t.Is("existing")));

    /// <summary>The keys directly inside the first block that follows <paramref name="key"/> in a body.</summary>
    public static IReadOnlyList<string> KeysIn(IReadOnlyList<BicepToken> body, string? key = null)
    {
        var start = 0;
        while (start < body.Count && !(body[start].Is("{") && (key is null || (start > 1 && body[start - 2].Is(key)))))
            start++;
        var keys = new List<string>();
        for (int i = start, depth = 0; i < body.Count; i++)
        {
            depth += body[i].Text switch { "{" or "[" or "(" => 1, "}" or "]" or ")" => -1, _ => 0 };
            if (depth == 0)
                break;
            if (depth == 1 && i + 1 < body.Count && IsKey(body, i))
                keys.Add(body[i].Text);
        }

        return keys;
    }

    /// <summary>Whether the token is the key of an object: first of its line or block, before a colon.</summary>
    public static bool IsKey(IReadOnlyList<BicepToken> tokens, int i)
        => i > 0 && i + 1 < tokens.Count && tokens[i + 1].Is(":")
           && tokens[i].Kind is BicepKind.Name or BicepKind.Text
           && (tokens[i - 1].Kind == BicepKind.Line || tokens[i - 1].Is("{") || tokens[i - 1].Is(","));

    private static List<BicepDeclaration> Declare(IReadOnlyList<BicepToken> tokens)
    {
        var starts = Enumerable.Range(0, tokens.Count)
            .Where(i => (i == 0 || tokens[i - 1].Kind == BicepKind.Line) && tokens[i].Kind == BicepKind.Name
                        && Keywords.Contains(tokens[i].Text) && i + 2 < tokens.Count && tokens[i + 1].Kind == BicepKind.Name)
            .ToList();
        var found = new List<BicepDeclaration>();
        for (var n = 0; n < starts.Count; n++)
        {
            var start = starts[n];
            var end = n + 1 < starts.Count ? starts[n + 1] : tokens.Count;
            var before = n == 0 ? 0 : starts[n - 1];
            var typed = tokens[start].Text != "var";
            found.Add(new BicepDeclaration(
                tokens[start].Text,
                tokens[start + 1].Text,
                typed ? tokens[start + 2].Text : "",
                DecoratorsBefore(tokens, start, before),
                [.. tokens.Skip(start + (typed ? 3 : 2)).Take(end - start - (typed ? 3 : 2))]));
        }

        return found;
    }

    private static HashSet<string> DecoratorsBefore(IReadOnlyList<BicepToken> tokens, int start, int before)
    {
        var names = new HashSet<string>();
        for (var i = start - 2; i > before; i--)
        {
            // A blank line ends what belongs to the declaration.
            if (tokens[i].Kind == BicepKind.Line && tokens[i - 1].Kind == BicepKind.Line)
                break;
            if (tokens[i - 1].Is("@"))
                names.Add(tokens[i].Text);
        }

        if (tokens[before].Is("@"))
            names.Add(tokens[before + 1].Text);
        return names;
    }
}
