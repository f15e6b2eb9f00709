using System.Collections.Frozen;
using System.Security.Cryptography;

namespace Summarizer.Web;

/// <summary>A file that travels inside the assembly: the page, the schemas, the API's description.</summary>
internal sealed record SiteFile(ReadOnlyMemory<byte> Content, string ContentType, string ETag)
{
    private static readonly FrozenDictionary<string, Lazy<SiteFile>> Files = typeof(SiteFile).Assembly
        .GetManifestResourceNames()
        .ToFrozenDictionary(name => name, name => new Lazy<SiteFile>(() => Load(name)), StringComparer.Ordinal);

    /// <summary>A file by folder and name; null when there is none.</summary>
    public static SiteFile? Find(string name) => Files.TryGetValue(name, out var file) ? file.Value : null;

    private static SiteFile Load(string name)
    {
        using var stream = typeof(SiteFile).Assembly.GetManifestResourceStream(name)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        var etag = $"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 12))}\"";
        return new SiteFile(content, TypeOf(name), etag);
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "application/json; charset=utf-8",
    };
}
