using System.Text.Json.Serialization;

namespace Summarizer.Storage.Entries;

/// <summary>What a list shows of an article, as its result's metadata has it.</summary>
/// <param name="Status"><c>pending</c>, <c>succeeded</c> or <c>failed</c>.</param>
/// <param name="Title">Cut to 300 characters.</param>
/// <param name="ProcessedAt">UTC; null while it waits.</param>
public sealed record ListItem(
    string Name,
    ListStatus Status,
    string? Title,
    string? Headline,
    string? Publisher,
    DateOnly? PublishedOn,
    DateTime? ProcessedAt)
{
    /// <summary>Why it failed and what to do; null unless it did.</summary>
    public string? Failure { get; init; }

    private const int MaxFailure = 400;

    // Metadata of a blob may take 8 KiB in all; these bounds leave room for the longest name in any script.
    private const int MaxTitle = 300;
    private const int MaxPublisher = 100;

    internal static ListItem From(ArticleResult result) => new(
        result.Name,
        result.Status == ArticleStatus.Succeeded ? ListStatus.Succeeded : ListStatus.Failed,
        Cut(result.Article?.Title, MaxTitle),
        result.Summary?.Headline,
        Cut(result.Article?.Publisher, MaxPublisher),
        result.Article?.PublishedOn,
        result.ProcessedAt)
    {
        Failure = Cut(result.Failure?.Message, MaxFailure),
    };

    internal static ListItem Pending(string name) => new(name, ListStatus.Pending, null, null, null, null, null);

    internal static string? Cut(string? text, int length)
        => text is null || text.Length <= length
            ? text
            : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[length - 2]) ? length - 2 : length - 1), "…");
}

[JsonConverter(typeof(JsonStringEnumConverter<ListStatus>))]
public enum ListStatus
{
    [JsonStringEnumMemberName("pending")] Pending,
    [JsonStringEnumMemberName("succeeded")] Succeeded,
    [JsonStringEnumMemberName("failed")] Failed,
}
