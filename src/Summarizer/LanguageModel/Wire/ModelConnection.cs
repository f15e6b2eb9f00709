using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text.Json;
using Azure.Identity;
using Microsoft.Extensions.Options;
using OpenAI;
using OpenAI.Chat;
using Summarizer.LanguageModel.Limits;
using Summarizer.Telemetry;

namespace Summarizer.LanguageModel.Wire;

/// <summary>One request over the wire, and what came of it. Never throws but for cancellation.</summary>
internal sealed class ModelConnection(IOptions<OpenAIOptions> settings, RateLimits limits, TimeProvider time)
{
    private const string EntraScope = "https://cognitiveservices.azure.com/.default";

    private readonly OpenAIOptions options = settings.Value;
    private readonly Lazy<ChatClient> client = new(() => Connect(settings.Value));

    /// <summary>Where keys may be replaced by an Entra identity.</summary>
    public static bool IsAzure(Uri endpoint)
        => endpoint.Host.EndsWith(".azure.com", StringComparison.OrdinalIgnoreCase)
            || endpoint.Host.EndsWith(".azure.us", StringComparison.OrdinalIgnoreCase)
            || endpoint.Host.EndsWith(".azure.cn", StringComparison.OrdinalIgnoreCase);

    public async Task<ModelAnswer> SendAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(options.TimeoutSeconds), time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            var body = JsonSerializer.SerializeToUtf8Bytes(request, ChatJson.Wire.ChatRequest);
            using var content = BinaryContent.Create(new BinaryData(body));
            var response = await client.Value
                .CompleteChatAsync(
                    content, new RequestOptions { CancellationToken = both.Token, ErrorOptions = ClientErrorBehaviors.NoThrow })
                .ConfigureAwait(false);
            using var raw = response.GetRawResponse();
            limits.Note(raw.Headers);
            return AnswerReader.Read(raw, options, time.GetUtcNow());
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new ModelAnswer.Unavailable(
                $"The model did not answer within {options.TimeoutSeconds} s; if it is merely slow, raise "
                    + $"OpenAI__TimeoutSeconds.", null, Timely: false)
            {
                MaybeCharged = true,
            };
        }
        catch (AuthenticationFailedException e)
        {
            return new ModelAnswer.WrongSetting(
                $"There is no Entra identity to reach the model with; set OpenAI__ApiKey, or sign in. "
                    + $"{Redaction.Redact(e.Message.Split('\n')[0], options.ApiKey)}");
        }
        catch (Exception e) when (e is ClientResultException or HttpRequestException or IOException)
        {
            var connected = e is not HttpRequestException
            {
                HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError,
            };
            return new ModelAnswer.Unavailable(
                $"The model's server cannot be reached or broke off ({e.GetType().Name}); check OpenAI__Endpoint if this "
                    + $"lasts.", null, Timely: true)
            {
                MaybeCharged = connected,
            };
        }
    }

    private static ChatClient Connect(OpenAIOptions options)
    {
        var wire = new OpenAIClientOptions
        {
            Endpoint = options.Endpoint,
            // Retries are decided where the limits of all articles are known.
            RetryPolicy = new ClientRetryPolicy(0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            Transport = new HttpClientPipelineTransport(new HttpClient(new BoundedReplies()) { Timeout = Timeout.InfiniteTimeSpan }),
        };
        if (!string.IsNullOrEmpty(options.ApiKey))
            return new ChatClient(options.Model, new ApiKeyCredential(options.ApiKey), wire);
#pragma warning disable OPENAI001 // The one way to hand the client an Entra identity; marked as subject to change.
        return new ChatClient(
            options.Model,
            IsAzure(options.Endpoint!) ? new BearerTokenPolicy(new DefaultAzureCredential(), EntraScope) : new NoAuthentication(),
            wire);
#pragma warning restore OPENAI001
    }

    /// <summary>Servers on one's own machine ask for no key and get none.</summary>
    private sealed class NoAuthentication : AuthenticationPolicy
    {
        public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
            => ProcessNext(message, pipeline, currentIndex);

        public override ValueTask ProcessAsync(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
            => ProcessNextAsync(message, pipeline, currentIndex);
    }
}
