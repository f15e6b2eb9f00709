using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Summarizer.LanguageModel.Limits;
using Summarizer.Tests.LanguageModel;

namespace Summarizer.Benchmarks;

/// <summary>
/// The loopback model: reports with sentences of the article it is sent, and keeps the books that a real server would
/// bill by.
/// </summary>
internal sealed class ModelTraffic : IAsyncDisposable
{
    private readonly ModelServer server;
    private readonly ConcurrentDictionary<string, int> replies = new(StringComparer.Ordinal);

    private ModelTraffic(ModelServer server) => this.server = server;

    /// <summary>Settings of an engine that asks this model.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Settings =>
    [
        new("Engine", "openai"),
        new("OpenAI:Endpoint", server.Endpoint.ToString()),
        new("OpenAI:Model", "loopback"),
    ];

    /// <summary>Calls so far, whatever came of them.</summary>
    public int Calls => server.Requests.Count;

    /// <summary>Replies that went out whole.</summary>
    public int Billed => replies.Values.Sum();

    /// <summary>Articles for which more than one reply went out whole.</summary>
    public int BilledTwice => replies.Values.Count(times => times > 1);

    /// <summary>Tokens of every request so far, messages and schema, by <see cref="TokenEstimate"/>.</summary>
    public long Tokens => server.Requests.Sum(TokensOf);

    /// <summary>Tokens that a call carries beside its article, counted the same way.</summary>
    public long FixedTokens => server.Requests.Min(r => TokensOf(r) - TokenEstimate.Estimate(r.ArticleText));

    /// <param name="answer">What becomes of a request, given the reply that is due.</param>
    public static async Task<ModelTraffic> StartAsync(Func<ModelServerAnswer, ModelServerAnswer> answer)
    {
        var traffic = new ModelTraffic(await ModelServer.StartAsync(CancellationToken.None));
        traffic.server.Replied = request => traffic.replies.AddOrUpdate(request.ArticleText, 1, (_, times) => times + 1);
        traffic.server.Always(request => answer(Reply(request)));
        return traffic;
    }

    /// <summary>One call with nothing around it: what no engine can do without.</summary>
    public async Task<byte[]> CallAsync(HttpClient client, string article)
    {
        var request = new JsonObject
        {
            ["messages"] = new JsonArray(
                new JsonObject { ["role"] = "system", ["content"] = "" },
                new JsonObject { ["role"] = "user", ["content"] = $"<<<ARTICLE 0\n{article}\nARTICLE 0>>>" }),
        };
        using var content = new StringContent(request.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(new Uri(server.Endpoint, "chat/completions"), content);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private static ModelServerAnswer Reply(ModelRequest request)
    {
        var report = ModelServerAnswer.ReportJson([.. request.ArticleText.Split(". ", 4).Take(3).Select(s => s.Trim())]);
        return ModelServerAnswer.Content(report, (int)TokensOf(request), TokenEstimate.Estimate(report));
    }

    private static long TokensOf(ModelRequest request)
        => TokenEstimate.Estimate(request.System) + TokenEstimate.Estimate(request.Prompt)
            + (request.Has("response_format") ? TokenEstimate.Estimate(request.Body.GetProperty("response_format").GetRawText()) : 0);
}
