using Summarizer.Storage.Entries;

namespace Summarizer.Catalog;

/// <summary>Which articles are wanted; null leaves a question open.</summary>
public sealed record ArticleQuery
{
    public static ArticleQuery All { get; } = new();

    /// <summary>
    /// Words, "phrases", prefix* and -without, that all must hold for title, headline, name, publisher, the names of targets in the
    /// article or over all articles, and the text; however they are cased or accented.
    /// </summary>
    public string? Words { get; init; }

    /// <summary>How the name begins.</summary>
    public string? Prefix { get; init; }

    public ListStatus? Status { get; init; }

    /// <summary>The publisher's whole name, in any case.</summary>
    public string? Publisher { get; init; }

    /// <summary>Any of the target's whole names, in any case: its canonical one, or an alias that articles use.</summary>
    public string? Target { get; init; }

    /// <summary>Held toward <see cref="Target"/>, or toward anything when that is open.</summary>
    public Stance? Stance { get; init; }

    /// <summary>Who holds the stance.</summary>
    public HolderKind Holder { get; init; }

    /// <summary>Stances said with at least this confidence, 0 to 1.</summary>
    public double? MinConfidence { get; init; }

    /// <summary>First day of publication; articles without a day are left out when a bound is set.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of publication.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Whether a reviewer's verdict holds for the article.</summary>
    public bool? Reviewed { get; init; }

    /// <summary>Whether each edition of a work counts in matrix and timeline, and not the work once.</summary>
    public bool EachEdition { get; init; }

    internal bool AsksForStance => Target is not null || Stance is not null || MinConfidence is not null;
}

/// <summary>Whose stances count.</summary>
public enum HolderKind
{
    All,

    /// <summary>What the article itself holds.</summary>
    Author,

    /// <summary>What people and bodies hold whom the article quotes.</summary>
    Quoted,
}

/// <summary>The order of a list.</summary>
public enum ArticleSort
{
    /// <summary>What waits first, then the latest result.</summary>
    Processed,

    /// <summary>The latest day of publication first; articles without one last.</summary>
    Published,

    /// <summary>By title, without regard to case and accents; articles without one last.</summary>
    Title,

    /// <summary>What fits the words best first.</summary>
    Relevance,
}
