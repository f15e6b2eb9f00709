using Summarizer.LanguageModel.Wire;

namespace Summarizer.LanguageModel.Parts;

/// <summary>What asking for one report, of a whole article or a part of it, came to.</summary>
internal abstract record ReportReading
{
    private ReportReading()
    {
    }

    public TokenUse Use { get; init; }

    public sealed record Read(ModelReply Reply) : ReportReading;

    /// <summary>The article or the reply to it is too long for one call.</summary>
    /// <param name="Input">Whether it is the article.</param>
    public sealed record TooMuch(bool Input) : ReportReading;

    public sealed record Unavailable(Deferred Deferred) : ReportReading;

    public sealed record Failed(FailureCode Code, string Message) : ReportReading;
}
