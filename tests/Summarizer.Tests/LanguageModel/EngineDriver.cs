using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Summarizer.Tests.LanguageModel;

/// <summary>The library as it is set up by settings, with a scripted server behind it.</summary>
internal sealed class EngineDriver : IAsyncDisposable
{
    private readonly ServiceProvider services;

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
        => Engine.DraftAsync(new Article { Text = text, Language = "en" }, corrections, TestContext.Current.CancellationToken);

    public ValueTask<SummaryOutcome> SummarizeAsync(string text) => Summarizer.SummarizeAsync(
        new Upload("a.txt", System.Text.Encoding.UTF8.GetBytes(text), "text/plain"), "etag", 1, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await Server.DisposeAsync();
    }
}
