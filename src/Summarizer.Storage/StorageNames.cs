namespace Summarizer.Storage;

/// <summary>What stands where in the storage account; the triggers and the infrastructure use the same names.</summary>
public static class StorageNames
{
    /// <summary>The setting that names the account.</summary>
    public const string Connection = "ArticleStorage";

    /// <summary>Container of the uploads.</summary>
    public const string Articles = "articles";

    /// <summary>Container of the results, one <c>{name}.json</c> an article.</summary>
    public const string Results = "results";

    /// <summary>Container of the reviewers' verdicts, one <c>{name}.json</c> an article.</summary>
    public const string Reviews = "reviews";

    /// <summary>Container of what is known about articles that wait, and of the leases on those being paid for.</summary>
    public const string Work = "article-work";

    /// <summary>Queue of the articles that wait for another go.</summary>
    public const string Retries = "article-retries";
}
