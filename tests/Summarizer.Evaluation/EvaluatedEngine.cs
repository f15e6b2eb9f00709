using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Summarizer.Extractive;
using Summarizer.Grounding;
using Summarizer.LanguageModel;
using Summarizer.LanguageModel.Parts;
using Summarizer.Reading;

namespace Summarizer.Evaluation;

/// <summary>The engine that was asked for, set up by the environment's settings as the entries do, its answers grounded as users get them.</summary>
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
        var read = new ArticleResult
        {
            Name = "evaluation",
            Status = ArticleStatus.Succeeded,
            Source = new ArticleSource("evaluation", null, 0, null, null),
            Article = article,
            Engine = summarizer.Engine,
            ProcessedAt = DateTime.UnixEpoch,
            DurationMs = 0,
        };
        while (true)
        {
            using var unlimited = new ComputeClock(null, null, TimeProvider.System);
            switch (await summarizer.SummarizeAsync(read, 1, unlimited, CancellationToken.None))
            {
                case SummaryOutcome.Done(var result):
                    return result;
                case SummaryOutcome.Waiting(var reason, var delay):
                    await Console.Error.WriteLineAsync($"{reason} Again in {delay}.");
                    await Task.Delay(delay);
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
        IEngine engine = services.GetService<ReportReader>() is { } reader
            ? new LanguageModelEngine(reader, services.GetRequiredService<IOptions<OpenAIOptions>>(), summary, stances)
            : embedded;
        return new ArticleSummarizer(services.GetRequiredService<ArticleReader>(), engine, embedded, new Grounder(stances), TimeProvider.System);
    }
}
