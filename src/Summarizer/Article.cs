using System.Text.Json.Serialization;

namespace Summarizer;

/// <summary>An upload as its author wrote it: metadata, and the text without boilerplate.</summary>
public sealed record Article
{
    /// <summary>Without the site's name; null when the upload carries none.</summary>
    public string? Title { get; init; }

    /// <summary>Names only, without "By", job titles or dates.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    public string? Publisher { get; init; }

    /// <summary>The day of first publication, never of modification.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>ISO 639-1 code; null when it cannot be told.</summary>
    public string? Language { get; init; }

    /// <summary>Paragraphs, separated by one blank line ("\n\n"); the title is not repeated in it.</summary>
    public required string Text { get; init; }

    /// <summary>The boilerplate left out of <see cref="Text"/>.</summary>
    public IReadOnlyList<RemovedBoilerplate> Removed { get; init; } = [];
}

/// <param name="Characters">UTF-16 code units left out for this reason.</param>
public sealed record RemovedBoilerplate(BoilerplateReason Reason, int Characters);

[JsonConverter(typeof(JsonStringEnumConverter<BoilerplateReason>))]
public enum BoilerplateReason
{
    [JsonStringEnumMemberName("newsletter")] Newsletter,
    [JsonStringEnumMemberName("disclaimer")] Disclaimer,
    [JsonStringEnumMemberName("share")] Share,
    [JsonStringEnumMemberName("navigation")] Navigation,
    [JsonStringEnumMemberName("advert")] Advert,
    [JsonStringEnumMemberName("related")] Related,
    [JsonStringEnumMemberName("metadata")] Metadata,
}

/// <summary>What came out of reading an upload: an article, or why there is none.</summary>
public abstract record ArticleReading
{
    private ArticleReading(string? contentType, string? charset) => (ContentType, Charset) = (contentType, charset);

    /// <summary>What the upload was read as; null when that is unknown.</summary>
    public string? ContentType { get; }

    /// <summary>IANA name of the charset it was decoded from; null when it is not text.</summary>
    public string? Charset { get; }

    public sealed record Readable(Article Article, string Type, string? From) : ArticleReading(Type, From);

    public sealed record Unreadable(FailureCode Code, string Message, string? Type = null, string? From = null)
        : ArticleReading(Type, From);
}

/// <summary>A file as it was put into the container <c>articles</c>.</summary>
/// <param name="Name">The blob's name; its ending is a hint at the format.</param>
/// <param name="ContentType">As declared by the uploader, perhaps with a charset, often wrong or missing.</param>
public sealed record Upload(string Name, ReadOnlyMemory<byte> Content, string? ContentType = null);
