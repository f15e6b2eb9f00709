namespace Summarizer.Engines.OpenAI;

/// <summary>What asking for one report, of a whole article or a part of it, came to.</summary>
internal abstract record Reading
{
    private Reading()
    {
    }

    public TokenUse Use { get; init; }

    public sealed record Read(ModelReply Reply) : Reading;

    /// <summary>The article or the reply to it is too long for one call.</summary>
    /// <param name="Input">Whether it is the article.</param>
    public sealed record TooMuch(bool Input) : Reading;

    public sealed record Waiting(string Reason, TimeSpan Delay) : Reading;

    public sealed record Failed(FailureCode Code, string Message) : Reading;
}
