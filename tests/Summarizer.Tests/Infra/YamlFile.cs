using Summarizer.Tests.Support;
using YamlDotNet.RepresentationModel;

namespace Summarizer.Tests.Infra;

/// <summary>A YAML file of the repository, as nodes.</summary>
internal static class YamlFile
{
    public static IReadOnlyList<YamlNode> Documents(string path)
    {
        using var reader = new StringReader(Repository.Text(path));
        var stream = new YamlStream();
        stream.Load(reader);
        return [.. stream.Documents.Select(d => d.RootNode)];
    }

    /// <summary>Follows keys and positions; fails on one that is not there.</summary>
    public static YamlNode At(this YamlNode node, params object[] path)
    {
        foreach (var step in path)
            node = step is int index
                ? ((YamlSequenceNode)node)[index]
                : node.Find((string)step) ?? throw new KeyNotFoundException($"{step} of {string.Join('/', path)} is missing.");
        return node;
    }

    public static YamlNode? Find(this YamlNode node, string key)
        => node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out var found) ? found : null;

    public static string Text(this YamlNode node) => ((YamlScalarNode)node).Value ?? "";

    public static IEnumerable<string> Keys(this YamlNode node) => ((YamlMappingNode)node).Children.Keys.Select(Text);

    public static IEnumerable<YamlNode> Items(this YamlNode node) => (YamlSequenceNode)node;

    public static IEnumerable<string> Texts(this YamlNode node) => node.Items().Select(Text);
}
