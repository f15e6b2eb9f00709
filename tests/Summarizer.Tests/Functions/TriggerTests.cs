using Microsoft.Azure.Functions.Worker;
using Summarizer.Storage;

namespace Summarizer.Tests.Functions;

/// <summary>The storage triggers look where the storage code writes.</summary>
public sealed class TriggerTests
{
    [Theory]
    [InlineData("SummarizeArticle", BlobTriggerSource.EventGrid)]
    [InlineData("SummarizeArticleByScan", BlobTriggerSource.LogsAndContainerScan)]
    public void Uploads_are_noticed_in_the_container_of_articles(string name, BlobTriggerSource source)
    {
        var trigger = FunctionsApp.Named(name).Blob!;

        Assert.Equal($"{StorageNames.Articles}/{{name}}", trigger.BlobPath);
        Assert.Equal(StorageNames.Connection, trigger.Connection);
        Assert.Equal(source, trigger.Source);
    }

    [Fact]
    public void Waiting_articles_are_taken_from_the_queue_of_retries()
    {
        var trigger = FunctionsApp.Named("RetryArticle").Queue!;

        Assert.Equal(StorageNames.Retries, trigger.QueueName);
        Assert.Equal(StorageNames.Connection, trigger.Connection);
    }

    [Fact]
    public void Every_function_has_one_trigger()
        => Assert.All(FunctionsApp.All, f => Assert.Single(new Attribute?[] { f.Http, f.Blob, f.Queue }, a => a is not null));
}
