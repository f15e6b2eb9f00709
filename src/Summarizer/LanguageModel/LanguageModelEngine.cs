using Microsoft.Extensions.Options;
using Summarizer.LanguageModel.Parts;
using Summarizer.LanguageModel.Prompting;
using Summarizer.LanguageModel.Wire;

namespace Summarizer.LanguageModel;

/// <summary>Summaries and stances from a model behind the chat completion API of OpenAI, Azure OpenAI or another server.</summary>
internal sealed class LanguageModelEngine(
    ReportReader reader,
    IOptions<OpenAIOptions> settings,
    IOptions<SummaryOptions> summary,
    IOptions<StanceOptions> stances) : IEngine
{
    /// <summary>Tokens of a call that the instructions, the title and the schema take.</summary>
    private const int Instructions = 1_300;

    /// <summary>Less of the article than this is not worth a call.</summary>
    private const int LeastRoom = 500;

    private readonly OpenAIOptions options = settings.Value;
    private readonly IReadOnlyList<WatchedTarget> watched = WatchedTarget.From(stances.Value);

    /// <summary>What the model turned out to take; at most what the settings allow.</summary>
    private volatile int room = Math.Max(settings.Value.MaxInputTokens - Instructions, LeastRoom);

    public EngineReport Identity { get; } = new()
    {
        Name = "openai",
        Version = "1",
        Model = settings.Value.Model,
        PromptSha256 = Prompt.Sha256,
    };

    public async ValueTask<EngineOutcome> DraftAsync(DraftRequest request, CancellationToken cancellationToken)
    {
        var report = new ArticleReport(reader, SystemFor(request.Article), request.Article, request.Corrections);
        return await ReadAsync(report, cancellationToken).ConfigureAwait(false) switch
        {
            ReportReading.Read(var reply) => new EngineOutcome.Drafted(ReplyReader.Draft(reply, report.Coverage, Report(report.Use))),
            ReportReading.Failed(var code, var message) => new EngineOutcome.Failed(code, message, Report(report.Use)),
            ReportReading.Unavailable(var deferred) => new EngineOutcome.Unavailable(deferred, Report(report.Use)),
            _ => new EngineOutcome.Failed(
                FailureCode.InvalidReply,
                "The model's reply was cut off even for short parts of the article; use a model that may answer at greater length.",
                Report(report.Use)),
        };
    }

    /// <summary>A reply that was cut is asked for once more in smaller parts; an article that is too long, in ever smaller ones.</summary>
    private async Task<ReportReading> ReadAsync(ArticleReport report, CancellationToken cancellationToken)
    {
        var (inPart, cut) = (room, false);
        while (true)
        {
            var reading = await report.ReadAsync(inPart, cancellationToken).ConfigureAwait(false);
            if (reading is not ReportReading.TooMuch(var input) || (cut && !input) || inPart <= LeastRoom)
                return reading;
            cut |= !input;
            // A little over half, so that two parts hold it all although they end where paragraphs end.
            inPart = Math.Max((int)(Math.Min(inPart, report.Tokens) * 0.6), LeastRoom);
            if (input)
                room = Math.Min(room, inPart);
        }
    }

    /// <summary>Watched targets that the article does not name cost no words.</summary>
    private string SystemFor(Article article) => Prompt.System(
        summary.Value.Sentences,
        [.. watched.Where(t => t.Aliases.Prepend(t.Name).Any(n => article.Text.Contains(n, StringComparison.OrdinalIgnoreCase)))]);

    private EngineReport Report(TokenUse use) => Identity with
    {
        InputTokens = (int)Math.Min(use.Input, int.MaxValue),
        OutputTokens = (int)Math.Min(use.Output, int.MaxValue),
        Cost = options.InputPricePerMillion is null && options.OutputPricePerMillion is null
            ? null
            : ((use.Input * (options.InputPricePerMillion ?? 0)) + (use.Output * (options.OutputPricePerMillion ?? 0))) / 1_000_000,
    };
}
