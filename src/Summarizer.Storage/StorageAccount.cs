using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace Summarizer.Storage;

/// <summary>The clients of the configured account for one use: made once, shared by all who use it so.</summary>
public sealed class StorageAccount
{
    /// <summary>The newest service version that both the SDK used here and common emulators speak.</summary>
    private const BlobClientOptions.ServiceVersion BlobVersion = BlobClientOptions.ServiceVersion.V2023_01_03;

    private readonly ContainerRecreations recreations;

    private StorageAccount(
        BlobServiceClient blobs, QueueServiceClient queues, RecreationPolicy recreation, ContainerRecreations recreations)
    {
        this.recreations = recreations;
        Articles = blobs.GetBlobContainerClient(StorageNames.Articles);
        Results = blobs.GetBlobContainerClient(StorageNames.Results);
        Reviews = blobs.GetBlobContainerClient(StorageNames.Reviews);
        Work = blobs.GetBlobContainerClient(StorageNames.Work);
        Retries = queues.GetQueueClient(StorageNames.Retries);
        recreation.CreateAsync = CreateAsync;
    }

    public BlobContainerClient Articles { get; }

    public BlobContainerClient Results { get; }

    public BlobContainerClient Reviews { get; }

    public BlobContainerClient Work { get; }

    public QueueClient Retries { get; }

    /// <summary>Connects as <c>ArticleStorage</c> says: a connection string, or service addresses with Entra identity.</summary>
    /// <param name="configuration">The settings.</param>
    /// <param name="use">Who waits for the calls, which decides how long they are tried.</param>
    /// <param name="recreations">Told of containers that were made again.</param>
    /// <param name="policies">What else every call passes through, such as a counter.</param>
    /// <exception cref="InvalidOperationException">The setting is missing or no connection string.</exception>
    public static StorageAccount Connect(
        IConfiguration configuration, StorageUse use, ContainerRecreations recreations, params IEnumerable<HttpPipelinePolicy> policies)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(policies);
        var budget = RetryBudget.For(use);
        var (retry, timeout, recreation) = (new BudgetedRetry(budget), new BudgetedTimeout(budget), new RecreationPolicy());
        var blobOptions = new BlobClientOptions(BlobVersion) { RetryPolicy = retry };
        // Base64 is what the queue trigger of Azure Functions reads by default.
        var queueOptions = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64, RetryPolicy = retry };
        blobOptions.AddPolicy(timeout, HttpPipelinePosition.PerCall);
        queueOptions.AddPolicy(timeout, HttpPipelinePosition.PerCall);
        blobOptions.AddPolicy(recreation, HttpPipelinePosition.PerCall);
        queueOptions.AddPolicy(recreation, HttpPipelinePosition.PerCall);
        // Before the call is signed: a marker is part of the signature.
        blobOptions.AddPolicy(new ListingPolicy(), HttpPipelinePosition.PerCall);
        foreach (var policy in policies)
        {
            blobOptions.AddPolicy(policy, HttpPipelinePosition.PerRetry);
            queueOptions.AddPolicy(policy, HttpPipelinePosition.PerRetry);
        }

        var setting = configuration.GetSection(StorageNames.Connection);
        if (setting.Value is { Length: > 0 } connection)
            return FromConnectionString(connection, blobOptions, queueOptions, recreation, recreations);
        if (setting["blobServiceUri"] is { Length: > 0 } blobUri && setting["queueServiceUri"] is { Length: > 0 } queueUri)
        {
            var identity = new DefaultAzureCredential(
                new DefaultAzureCredentialOptions { ManagedIdentityClientId = setting["clientId"] });
            return new StorageAccount(
                new BlobServiceClient(Address(blobUri, "blobServiceUri"), identity, blobOptions),
                new QueueServiceClient(Address(queueUri, "queueServiceUri"), identity, queueOptions),
                recreation,
                recreations);
        }

        throw new InvalidOperationException(
            "ArticleStorage is not set; give it a connection string, or set both ArticleStorage__blobServiceUri and "
                + "ArticleStorage__queueServiceUri.");
    }

    private static StorageAccount FromConnectionString(
        string connection, BlobClientOptions blobOptions, QueueClientOptions queueOptions, RecreationPolicy recreation,
        ContainerRecreations recreations)
    {
        try
        {
            return new StorageAccount(
                new BlobServiceClient(connection, blobOptions), new QueueServiceClient(connection, queueOptions), recreation, recreations);
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            throw new InvalidOperationException(
                "ArticleStorage is not a storage connection string; copy it from the account's access keys, or use "
                    + "UseDevelopmentStorage=true.", e);
        }
    }

    private static Uri Address(string value, string key)
        => Uri.TryCreate(value, UriKind.Absolute, out var uri)
            ? uri
            : throw new InvalidOperationException($"ArticleStorage__{key} is \"{value}\"; give it an absolute address.");

    private async Task CreateAsync(string name, CancellationToken cancellationToken)
    {
        BlobContainerClient? container = name switch
        {
            StorageNames.Articles => Articles,
            StorageNames.Results => Results,
            StorageNames.Reviews => Reviews,
            StorageNames.Work => Work,
            _ => null,
        };
        if (container is not null)
            await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        else if (name == StorageNames.Retries)
            await Retries.CreateIfNotExistsAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        recreations.Count(name);
    }

    /// <summary>Makes the containers and the queue where they are missing.</summary>
    public async Task EnsureCreatedAsync(CancellationToken cancellationToken)
        => await Task.WhenAll(
            Articles.CreateIfNotExistsAsync(cancellationToken: cancellationToken),
            Results.CreateIfNotExistsAsync(cancellationToken: cancellationToken),
            Reviews.CreateIfNotExistsAsync(cancellationToken: cancellationToken),
            Work.CreateIfNotExistsAsync(cancellationToken: cancellationToken),
            Retries.CreateIfNotExistsAsync(cancellationToken: cancellationToken)).ConfigureAwait(false);
}
