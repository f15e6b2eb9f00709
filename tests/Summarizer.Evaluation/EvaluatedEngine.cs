using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Summarizer.Extractive;
using Summarizer.Extractive.Stances;
using Summarizer.Grounding;
using Summarizer.LanguageModel;
using Summarizer.LanguageModel.Parts;
using Summarizer.Reading;

namespace Summarizer.Evaluation;

/// <summary>The engine that was requested, set up by the environment's settings as the entries do, its answers grounded as users
/// get them.</summary>
internal sealed class EvaluatedEngine : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private EvaluatedEngine(ServiceProvider services) => this.services = services;

    /// <summary>Items asked at once.</summary>
    public static int AtOnce => 4;

    /// <exception cref="OptionsValidationException">A setting is missing or wrong, and which.</exception>
    public static EvaluatedEngine Start(string engine)
    {
        var configuration = new ConfigurationBuilder()
            .AddEnvironmentVariables()
            .AddInMemoryCollection([KeyValuePair.Create("Engine", (string?)engine)])
            .Build();
        var services = new ServiceCollection().AddSummarizer(configuration).BuildServiceProvider();
        services.GetService<IStartupValidator>()?.Validate();
        return new EvaluatedEngine(services);
    }

    /// <summary>What becomes of an article; waits as long as the model asks to.</summary>
    /// <param name="article">Read already.</param>
    /// <param name="watched">A target that must be reported on; may be null.</param>
    public async Task<ArticleResult> AnswerAsync(Article article, string? watched = null)
    {
        var summarizer = Summarizer(watched);
        var read = new ReadArticle(
            "evaluation",
            new ArticleSource("evaluation", null, 0, null, null),
            new ArticleReading.Readable(article, "text/plain", null),
            DateTime.UnixEpoch,
            TimeSpan.Zero);
        while (true)
        {
            using var unlimited = new ComputeClock(null, null, TimeProvider.System);
            var outcome = await summarizer.DraftAsync(read, unlimited, CancellationToken.None);
            if (outcome is EngineOutcome.Drafted(var draft))
                outcome = await summarizer.GroundAsync(read, draft, unlimited, CancellationToken.None);
            switch (outcome)
            {
                case EngineOutcome.Grounded(var grounded):
                    return read.Succeeded(grounded, TimeSpan.Zero);
                case EngineOutcome.Failed(var code, var message, var report):
                    return read.Failed(new ArticleFailure(code, message, 1), report, TimeSpan.Zero);
                case EngineOutcome.Unavailable(var deferred, _):
                    await Console.Error.WriteLineAsync($"{deferred.Reason} Again in {deferred.Delay}.");
                    await Task.Delay(deferred.Delay);
                    break;
            }
        }
    }

    /// <summary>The answers to many items, in their order.</summary>
    public static async Task<TAnswer[]> EachAsync<TItem, TAnswer>(IReadOnlyList<TItem> items, Func<TItem, Task<TAnswer>> ask)
    {
        var answers = new TAnswer[items.Count];
        await Parallel.ForAsync(
            0, items.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (i, _) => answers[i] = await ask(items[i]));
        return answers;
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    /// <summary>With a target of its own for each item; what the model's server allows is shared by all of them.</summary>
    private ArticleSummarizer Summarizer(string? watched)
    {
        if (watched is null)
            return services.GetRequiredService<ArticleSummarizer>();
        var watch = new StanceOptions();
        watch.Watch.Add(watched);
        var stances = Options.Create(watch);
        var summary = services.GetRequiredService<IOptions<SummaryOptions>>();
        var embedded = new ExtractiveEngine(summary, stances);
        var (articles, grounder) = (services.GetRequiredService<ArticleReader>(), new Grounder(stances));
        if (services.GetService<ReportReader>() is not { } reports)
            return new ArticleSummarizer(articles, embedded, grounder, TimeProvider.System);
        var options = services.GetRequiredService<IOptions<OpenAIOptions>>();
        var engine = OpenAIServices.WithFallback(new LanguageModelEngine(reports, options, summary, stances), embedded, options.Value);
        var correcting = new CorrectingGrounder(engine, embedded, services.GetRequiredService<ISentenceStance>(), grounder);
        return new ArticleSummarizer(articles, engine, correcting, TimeProvider.System);
    }
}
