using System.Text;

namespace Summarizer.Reading.Charsets;

/// <summary>Bytes into characters: by byte order mark, then a declaration that holds, then the content itself.</summary>
internal static class TextDecoder
{
    static TextDecoder() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <returns>The text and its charset's IANA name, or null when the bytes are not text.</returns>
    public static (string Text, string Charset)? Decode(ReadOnlySpan<byte> content, string? contentType)
    {
        if (Unicode.ByMark(content) is var (marked, length))
            return (marked.GetString(content[length..]), Name(marked));
        if (Unicode.ByZeroes(content) is { } wide)
            return (wide.GetString(content), Name(wide));
        if (Unicode.IsBinary(content))
            return null;
        // Valid UTF-8 with more than ASCII in it is no accident, whatever was declared.
        if (Unicode.IsUtf8(content) && !EscapedCharset.Uses(content))
            return (Encoding.UTF8.GetString(content), "utf-8");
        if (Declared(content, contentType) is { } declared && CharsetDetector.Fits(content, declared))
            return (declared.GetString(content), Name(declared));
        var found = CharsetDetector.Detect(content);
        return (found.GetString(content), Name(found));
    }

    private static Encoding? Declared(ReadOnlySpan<byte> content, string? contentType)
        => CharsetDeclaration.Find(content, contentType) is { } label ? CharsetDeclaration.Resolve(label) : null;

    private static string Name(Encoding encoding) => encoding.CodePage switch
    {
        65001 => "utf-8",
        1200 => "utf-16le",
        1201 => "utf-16be",
        12000 => "utf-32le",
        12001 => "utf-32be",
        949 or 51949 => "euc-kr",
        866 => "ibm866",
        _ => encoding.WebName.ToLowerInvariant(),
    };
}
