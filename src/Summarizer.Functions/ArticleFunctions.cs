using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Summarizer.Pipeline;
using Summarizer.Storage;

namespace Summarizer.Functions;

/// <summary>
/// The storage triggers. <see cref="ArticleIntake"/> and the processor catch, defer and record; what passes them is an outage of
/// the queue too.
/// </summary>
/// <remarks>
/// The blob comes as a client, so that the trigger itself reads nothing. One of the two blob functions is switched
/// off by <c>AzureWebJobs.{name}.Disabled</c>; both would do no harm, only the same work twice.
/// </remarks>
public sealed class ArticleFunctions(ArticleIntake intake, RetryMessageHandler retries)
{
    private const string Uploads = $"{StorageNames.Articles}/{{name}}";

    /// <summary>Where Event Grid tells of uploads: on Azure.</summary>
    [Function("SummarizeArticle")]
    public Task SummarizeAsync(
        [BlobTrigger(Uploads, Connection = StorageNames.Connection, Source = BlobTriggerSource.EventGrid)] BlobClient article,
        CancellationToken cancellationToken)
        => intake.ProcessAsync(NameOf(article), cancellationToken);

    /// <summary>Where nobody tells, and the container is scanned: Azurite under <c>func start</c>.</summary>
    [Function("SummarizeArticleByScan")]
    public Task SummarizeByScanAsync(
        [BlobTrigger(Uploads, Connection = StorageNames.Connection)] BlobClient article,
        CancellationToken cancellationToken)
        => intake.ProcessAsync(NameOf(article), cancellationToken);

    [Function("RetryArticle")]
    public Task RetryAsync(
        [QueueTrigger(StorageNames.Retries, Connection = StorageNames.Connection)] string message,
        CancellationToken cancellationToken)
        => retries.HandleAsync(message, null, cancellationToken);

    private static string NameOf(BlobClient article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return article.Name;
    }
}
