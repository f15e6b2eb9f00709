using Azure.Core.Pipeline;
using Microsoft.Extensions.Configuration;
using Summarizer.Storage;

namespace Summarizer.Tests.Support;

/// <summary>A storage account at which nobody answers.</summary>
internal static class UnavailableStorage
{
    /// <summary>On a port that nothing listens on; reserved, so that nothing can.</summary>
    public const string Connection =
        "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=YQ==;BlobEndpoint=http://127.0.0.1:1/a;QueueEndpoint=http://127.0.0.1:1/a;";

    public static StorageAccount Connect(StorageUse use, params HttpPipelinePolicy[] policies)
        => StorageAccount.Connect(
            new ConfigurationBuilder().AddInMemoryCollection([new(StorageNames.Connection, Connection)]).Build(), use,
            new ContainerRecreations(), policies);
}
