using Summarizer.LanguageModel.Wire;

namespace Summarizer.LanguageModel.Parts;

/// <summary>Asks for one report and makes sure that what comes back is one.</summary>
internal sealed class ReportReader(ModelCaller caller, ReplyCache paid)
{
    /// <summary>Models slip; one that slips twice in a row will go on.</summary>
    private const int Tries = 2;

    public async Task<ReportReading> ReadAsync(IReadOnlyList<ChatText> messages, CancellationToken cancellationToken)
    {
        var key = ReplyCache.Key(messages);
        if (paid.Find(key) is { } known)
            return new ReportReading.Read(known.Reply) { Use = known.Use };
        var use = default(TokenUse);
        for (var tries = 1; ; tries++)
        {
            var outcome = await caller.CallAsync(messages, cancellationToken).ConfigureAwait(false);
            if (outcome is CallOutcome.Unavailable(var deferred))
                return new ReportReading.Unavailable(deferred) { Use = use };
            var answer = ((CallOutcome.Answered)outcome).Answer;
            use += answer.Use;
            if (answer is ModelAnswer.Reply(var content) && ReplyReader.Read(content) is { } reply)
            {
                paid.Keep(key, new PaidReply(reply, use));
                return new ReportReading.Read(reply) { Use = use };
            }

            if (answer is ModelAnswer.Reply or ModelAnswer.Malformed && tries < Tries)
                continue;
            return Ended(answer) with { Use = use };
        }
    }

    private static ReportReading Ended(ModelAnswer answer) => answer switch
    {
        ModelAnswer.Cut => new ReportReading.TooMuch(Input: false),
        ModelAnswer.TooLong => new ReportReading.TooMuch(Input: true),
        ModelAnswer.Filtered(var category) => new ReportReading.Failed(
            FailureCode.ContentFiltered,
            $"The model's content filter refused the article{(category.Length == 0 ? "" : $" ({category})")}; "
                + "change the filter of the deployment, or use the embedded engine."),
        ModelAnswer.Refused => new ReportReading.Failed(
            FailureCode.Refused, "The model refused to report on the article; use another model, or the embedded engine."),
        ModelAnswer.Unsupported(var message) => new ReportReading.Failed(
            FailureCode.EngineError, $"The model's server does not take this article: {message}"),
        _ => new ReportReading.Failed(
            FailureCode.InvalidReply, "The model twice answered with something other than the report requested; use a model "
                + "that follows a JSON schema."),
    };
}
