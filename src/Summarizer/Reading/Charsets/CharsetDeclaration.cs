using System.Buffers;
using System.Text;

namespace Summarizer.Reading.Charsets;

/// <summary>The charset that a content type or the head of an HTML or XML file declares.</summary>
internal static class CharsetDeclaration
{
    // Browsers look for the declaration within the first 1,024 bytes; pages exceed that.
    private const int Looked = 8_192;

    private static readonly SearchValues<char> LabelCharacters
        = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_:.");

    public static string? Find(ReadOnlySpan<byte> content, string? contentType)
    {
        if (contentType is not null && After(contentType, "charset=") is { } declared)
            return declared;
        var head = Encoding.Latin1.GetString(content[..Math.Min(content.Length, Looked)]);
        var start = head.AsSpan().TrimStart();
        if (!start.StartsWith("<"))
            return null;
        if (start.StartsWith("<?xml") && After(head, "encoding=") is { } xml)
            return xml;
        var meta = head.IndexOf("<meta", StringComparison.OrdinalIgnoreCase);
        return meta < 0 ? null : After(head[meta..], "charset=");
    }

    /// <summary>The encoding of a label as browsers understand it; null when it is unknown.</summary>
    public static Encoding? Resolve(string label)
    {
        try
        {
            return label.ToLowerInvariant() switch
            {
                // https://encoding.spec.whatwg.org/#names-and-labels: what says Latin-1 means windows-1252.
                "iso-8859-1" or "latin1" or "us-ascii" or "ascii" => Encoding.GetEncoding(1252),
                "iso-8859-9" => Encoding.GetEncoding(1254),
                "gb2312" or "gbk" or "x-gbk" => Encoding.GetEncoding(54936),
                "euc-kr" or "ks_c_5601-1987" => Encoding.GetEncoding(949),
                "x-sjis" or "shift-jis" => Encoding.GetEncoding(932),
                "utf8" => Encoding.UTF8,
                var other => Encoding.GetEncoding(other),
            };
        }
        catch (ArgumentException)
        {
            // A label that nobody registered says nothing.
            return null;
        }
    }

    private static string? After(string text, string marker)
    {
        var at = text.IndexOf(marker, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var label = text.AsSpan(at + marker.Length).TrimStart(" \"'");
        var end = label.IndexOfAnyExcept(LabelCharacters);
        label = end < 0 ? label : label[..end];
        return label.Length is > 1 and <= 40 ? label.ToString() : null;
    }
}
