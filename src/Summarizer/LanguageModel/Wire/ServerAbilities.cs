namespace Summarizer.LanguageModel.Wire;

/// <summary>What the server takes of the optional parts of a request.</summary>
/// <param name="Format">The strictest form of answer it knows.</param>
internal sealed record RequestShape(ReplyFormat Format, bool Temperature, bool Seed, TokenLimit Limit)
{
    public static RequestShape Full { get; } = new(ReplyFormat.Schema, Temperature: true, Seed: true, TokenLimit.Completion);

    /// <summary>What to try after the server refused this shape; null when nothing is left to leave out.</summary>
    /// <param name="refused">The server's message and the parameter it names.</param>
    public RequestShape? Without(string refused)
    {
        if (Format != ReplyFormat.Plain && Names(refused, "response_format", "json_schema", "json_object", "structured output"))
            return this with { Format = Format - 1 };
        if (Temperature && Names(refused, "temperature"))
            return this with { Temperature = false };
        if (Seed && Names(refused, "seed"))
            return this with { Seed = false };
        if (Limit != TokenLimit.None && Names(refused, "max_completion_tokens", "max_tokens"))
            return this with { Limit = Limit - 1 };
        return null;
    }

    /// <summary>The next plainer shape, for servers that refuse without saying what.</summary>
    public RequestShape? Downgrade() => this switch
    {
        { Format: not ReplyFormat.Plain } => this with { Format = Format - 1 },
        { Seed: true } or { Temperature: true } => this with { Seed = false, Temperature = false },
        { Limit: not TokenLimit.None } => this with { Limit = TokenLimit.None },
        _ => null,
    };

    private static bool Names(string message, params ReadOnlySpan<string> parameters)
    {
        foreach (var parameter in parameters)
        {
            if (message.Contains(parameter, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}

internal enum ReplyFormat
{
    Plain,
    JsonObject,
    Schema,
}

/// <summary>Under which name the length of an answer is limited.</summary>
internal enum TokenLimit
{
    None,
    Older,
    Completion,
}

/// <summary>Finds out once per start what the server takes: the first call goes alone, the others wait for what it learns.</summary>
internal sealed class ServerAbilities(TimeProvider time)
{
    /// <summary>A refusal comes at once, an answer takes its time: nobody waits for that.</summary>
    private static readonly TimeSpan LearningLimit = TimeSpan.FromMilliseconds(250);

    private readonly TaskCompletionSource settled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile RequestShape shape = RequestShape.Full;
    private int asked;

    public RequestShape Shape => shape;

    /// <param name="certain">Whether to wait however long it takes: under a budget the first call also shows what calls cost.</param>
    public async ValueTask WaitAsync(bool certain, CancellationToken cancellationToken)
    {
        if (settled.Task.IsCompleted || Interlocked.Exchange(ref asked, 1) == 0)
            return;
        var enough = certain ? Task.Delay(Timeout.Infinite, cancellationToken) : Task.Delay(LearningLimit, time, cancellationToken);
        await Task.WhenAny(settled.Task, enough).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Whether a request was ever taken.</summary>
    public bool Succeeded { get; private set; }

    /// <summary>The server took a request of this shape.</summary>
    /// <returns>Whether that is news.</returns>
    public bool Learn(RequestShape taken)
    {
        Succeeded = true;
        var news = taken != shape;
        shape = taken;
        return news;
    }

    /// <summary>The server has answered something other than a refusal of the request's shape.</summary>
    public void Settle() => settled.TrySetResult();
}
