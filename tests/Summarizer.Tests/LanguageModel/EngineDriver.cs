using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Summarizer.Tests.LanguageModel;

/// <summary>The library as it is set up by settings, with a scripted server behind it.</summary>
internal sealed class EngineDriver : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly ComputeClock clock = new(null, null, TimeProvider.System);

    private EngineDriver(ModelServer server, ServiceProvider services) => (Server, this.services) = (server, services);

    public ModelServer Server { get; }

    public IEngine Engine => services.GetRequiredService<IEngine>();

    public ArticleSummarizer Summarizer => services.GetRequiredService<ArticleSummarizer>();

    public static async Task<EngineDriver> StartAsync(TimeProvider? time = null, params (string Name, string Value)[] settings)
    {
        var server = await ModelServer.StartAsync(TestContext.Current.CancellationToken);
        return new EngineDriver(server, Services(
            time, [("Engine", "openai"), ("OpenAI:Endpoint", server.Endpoint.ToString()), ("OpenAI:Model", "test-model"), .. settings]));
    }

    public static ServiceProvider Services(TimeProvider? time, params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.GroupBy(s => s.Name, (name, given) => KeyValuePair.Create(name, (string?)given.Last().Value)))
            .Build();
        var services = new ServiceCollection();
        if (time is not null)
            services.AddSingleton(time);
        return services.AddSummarizer(configuration).BuildServiceProvider();
    }

    public ValueTask<EngineOutcome> DraftAsync(string text, params Rejection[] corrections)
        => DraftAsync(text, TestContext.Current.CancellationToken, corrections);

    public ValueTask<EngineOutcome> DraftAsync(string text, CancellationToken cancellationToken, params Rejection[] corrections)
        => Engine.DraftAsync(
            new DraftRequest(new Article { Text = text, Language = "en" }, clock) { Corrections = corrections }, cancellationToken);

    public ValueTask<ArticleResult> SummarizeAsync(string text) => Summarizer.SummarizeAsync(
        new Upload("a.txt", System.Text.Encoding.UTF8.GetBytes(text), "text/plain"), "etag", TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        clock.Dispose();
        await services.DisposeAsync();
        await Server.DisposeAsync();
    }
}
