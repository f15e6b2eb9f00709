namespace Summarizer.Reading;

/// <summary>An article in the making: what a format's reader has found so far.</summary>
internal sealed class ArticleBuilder
{
    public string? Title { get; set; }

    public List<string> Authors { get; } = [];

    public string? Publisher { get; set; }

    public DateOnly? PublishedOn { get; set; }

    /// <summary>As declared by the upload; checked against the text.</summary>
    public string? Language { get; set; }

    public List<Passage> Passages { get; set; } = [];

    public RemovedCounts Removed { get; } = new();
}

/// <summary>Counts the characters of boilerplate that were left out, by reason.</summary>
internal sealed class RemovedCounts
{
    private readonly SortedDictionary<BoilerplateReason, int> characters = [];

    public void Add(BoilerplateReason reason, int count)
    {
        if (count > 0)
            characters[reason] = characters.GetValueOrDefault(reason) + count;
    }

    public IReadOnlyList<RemovedBoilerplate> ToList() => [.. characters.Select(c => new RemovedBoilerplate(c.Key, c.Value))];
}
