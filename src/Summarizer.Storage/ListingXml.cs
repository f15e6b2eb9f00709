using System.Buffers;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Summarizer.Storage;

/// <summary>Makes the XML of a blob listing well formed where a name holds characters that XML 1.0 cannot carry.</summary>
/// <remarks>
/// Since version 2021-02-12 the service itself sends such a name percent-encoded in <c>&lt;Name Encoded="true"&gt;</c>, and
/// the client decodes it. The emulator that the Host starts sends the bare characters, which no parser takes: one blob would
/// hide all others.
/// </remarks>
internal static partial class ListingXml
{
    /// <summary>Begins a marker that <see cref="EscapedMarker"/> made, so that it can go back to the service unchanged.</summary>
    private const string MarkerSign = "escaped:";

    // Not allowed in XML 1.0 (2.2), but for CR, which parsers turn into LF (2.11) and so into another name.
    private static readonly SearchValues<byte> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(b => (byte)b).Where(b => b is not ((byte)'\t' or (byte)'\n'))]);

    /// <summary>The listing with every name legible; the same memory when nothing had to be done.</summary>
    public static ReadOnlyMemory<byte> Mended(ReadOnlyMemory<byte> xml)
        => MayBeIllegal(xml.Span) ? Encoding.UTF8.GetBytes(Mended(Encoding.UTF8.GetString(xml.Span))) : xml;

    /// <summary>The address's query, with a marker of ours as the service gave it.</summary>
    public static string WithOwnMarker(string query) => MarkerParameter().Replace(
        query, static match => Uri.UnescapeDataString(match.Value) is var value && value.StartsWith(MarkerSign, StringComparison.Ordinal)
            ? value[MarkerSign.Length..]
            : match.Value);

    private static bool MayBeIllegal(ReadOnlySpan<byte> xml)
        => xml.ContainsAny(Controls) || xml.IndexOf("\uFFFE"u8) >= 0 || xml.IndexOf("\uFFFF"u8) >= 0 || xml.IndexOf("&#"u8) >= 0;

    private static string Mended(string xml) => Element().Replace(xml, static match =>
    {
        var text = WebUtility.HtmlDecode(match.Groups["text"].Value);
        if (text.All(IsLegal))
            return match.Value;
        return match.Groups["tag"].Value switch
        {
            "Name" => $"<Name Encoded=\"true\">{Uri.EscapeDataString(text)}</Name>",
            "NextMarker" => $"<NextMarker>{EscapedMarker(text)}</NextMarker>",
            var tag => $"<{tag}>{WebUtility.HtmlEncode(string.Concat(text.Select(c => IsLegal(c) ? c : '\uFFFD')))}</{tag}>",
        };
    });

    private static string EscapedMarker(string marker) => MarkerSign + Uri.EscapeDataString(marker);

    private static bool IsLegal(char c) => c != '\r' && (XmlConvert.IsXmlChar(c) || char.IsSurrogate(c));

    /// <summary>An element without attributes that holds text alone.</summary>
    [GeneratedRegex("<(?<tag>[A-Za-z][^<>/\\s]*)>(?<text>[^<]+)</\\k<tag>>", RegexOptions.CultureInvariant)]
    private static partial Regex Element();

    [GeneratedRegex("(?<=[?&]marker=)[^&]*", RegexOptions.CultureInvariant)]
    private static partial Regex MarkerParameter();
}
