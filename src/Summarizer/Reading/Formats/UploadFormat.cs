namespace Summarizer.Reading.Formats;

/// <summary>What an upload can be read as.</summary>
internal enum TextFormat
{
    Plain,
    Markdown,
    Html,
    Word,
}

/// <summary>
/// Decides what an upload is: by its first bytes when these leave no doubt, then the declared type, the name's ending,
/// the content.
/// </summary>
internal static class UploadFormat
{
    public const string PlainType = "text/plain";
    public const string MarkdownType = "text/markdown";
    public const string HtmlType = "text/html";
    public const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>Formats known by their first bytes: published file signatures, with what people call them.</summary>
    private static readonly (byte[] Signature, int At, string Kind, string Type)[] Binaries =
    [
        ("%PDF-"u8.ToArray(), 0, "a PDF", "application/pdf"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], 0, "a PNG image", "image/png"),
        ([0xFF, 0xD8, 0xFF], 0, "a JPEG image", "image/jpeg"),
        ("GIF8"u8.ToArray(), 0, "a GIF image", "image/gif"),
        ("RIFF"u8.ToArray(), 0, "a media file", "application/octet-stream"),
        ("II*\0"u8.ToArray(), 0, "a TIFF image", "image/tiff"),
        ("MM\0*"u8.ToArray(), 0, "a TIFF image", "image/tiff"),
        ("ftyp"u8.ToArray(), 4, "a media file", "video/mp4"),
        ("OggS"u8.ToArray(), 0, "a media file", "application/ogg"),
        ("ID3"u8.ToArray(), 0, "an MP3 sound file", "audio/mpeg"),
        ([0x1A, 0x45, 0xDF, 0xA3], 0, "a media file", "video/webm"),
        ([0x1F, 0x8B, 0x08], 0, "a gzip archive", "application/gzip"),
        ("BZh"u8.ToArray(), 0, "a bzip2 archive", "application/x-bzip2"),
        ([0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z'], 0, "an xz archive", "application/x-xz"),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], 0, "a 7-Zip archive", "application/x-7z-compressed"),
        ("Rar!"u8.ToArray(), 0, "a RAR archive", "application/vnd.rar"),
        ([0x28, 0xB5, 0x2F, 0xFD], 0, "a Zstandard archive", "application/zstd"),
        ("ustar"u8.ToArray(), 257, "a tar archive", "application/x-tar"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], 0, "an old Office document", "application/x-ole-storage"),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], 0, "a program", "application/octet-stream"),
        ("SQLite format 3\0"u8.ToArray(), 0, "a database", "application/vnd.sqlite3"),
        ("{\\rtf"u8.ToArray(), 0, "a rich text document", "application/rtf"),
        ("wOFF"u8.ToArray(), 0, "a font", "font/woff"),
        ("wOF2"u8.ToArray(), 0, "a font", "font/woff2"),
        ([0, 0, 1, 0], 0, "an icon", "image/x-icon"),
        ([0xCA, 0xFE, 0xBA, 0xBE], 0, "a program", "application/octet-stream"),
        ("\0asm"u8.ToArray(), 0, "a program", "application/wasm"),
    ];

    /// <summary>What a file that holds no text is, such as "a PNG image"; null when it may be text or a Word document.</summary>
    public static (string Kind, string Type)? Binary(ReadOnlySpan<byte> content)
    {
        foreach (var (signature, at, kind, type) in Binaries)
        {
            if (content.Length >= at + signature.Length && content.Slice(at, signature.Length).SequenceEqual(signature))
                return (kind, type);
        }

        if (content.StartsWith("MZ"u8) && content.Length > 64 && content[..64].Contains((byte)0))
            return ("a program", "application/octet-stream");
        if (content.StartsWith("BM"u8) && content.Length > 14 && content.Slice(6, 4).IndexOfAnyExcept((byte)0) < 0)
            return ("a bitmap image", "image/bmp");
        return null;
    }

    public static bool IsZip(ReadOnlySpan<byte> content)
        => content.StartsWith("PK\x03\x04"u8) || content.StartsWith("PK\x05\x06"u8) || content.StartsWith("PK\x07\x08"u8);

    /// <summary>What decoded text is written in.</summary>
    public static TextFormat Detect(Upload upload, string text)
    {
        var type = (upload.ContentType ?? "").Split(';')[0].Trim().ToLowerInvariant();
        if (type is HtmlType or "application/xhtml+xml")
            return TextFormat.Html;
        if (type is MarkdownType or "text/x-markdown")
            return TextFormat.Markdown;
        if (LooksLikeHtml(text))
            return TextFormat.Html;
        var dot = upload.Name.LastIndexOf('.');
        return (dot < 0 ? "" : upload.Name[(dot + 1)..].ToLowerInvariant()) switch
        {
            "html" or "htm" or "xhtml" or "shtml" or "mht" => TextFormat.Html,
            "md" or "markdown" or "mdown" or "mkd" or "mdx" => TextFormat.Markdown,
            "txt" or "text" => TextFormat.Plain,
            _ => LooksLikeMarkdown(text) ? TextFormat.Markdown : TextFormat.Plain,
        };
    }

    private static bool LooksLikeHtml(string text)
    {
        var start = text.AsSpan().TrimStart();
        start = start[..Math.Min(start.Length, 2_000)];
        if (Begins(start, "<!doctype html") || Begins(start, "<html"))
            return true;
        return start.StartsWith("<")
            && (Has(start, "<html") || Has(start, "<body") || Has(start, "<head>")
                || Begins(start, "<p>") || Begins(start, "<div") || Begins(start, "<article"));

        static bool Has(ReadOnlySpan<char> text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);

        static bool Begins(ReadOnlySpan<char> text, string part) => text.StartsWith(part, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A heading by number signs on a line of its own among the first, or front matter.</summary>
    private static bool LooksLikeMarkdown(string text)
    {
        var start = text.AsSpan(0, Math.Min(text.Length, 4_000)).TrimStart();
        if (start.StartsWith("---\n"))
            return start[4..].Contains("\n---\n", StringComparison.Ordinal);
        return start.StartsWith("# ") || start.Contains("\n# ", StringComparison.Ordinal)
            || start.Contains("\n## ", StringComparison.Ordinal)
            || start.Contains("](http", StringComparison.Ordinal);
    }
}
