using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Summarizer.Catalog;
using Summarizer.Pipeline.Deferrals;
using Summarizer.Pipeline.Reviews;
using Summarizer.Web.Endpoints;

namespace Summarizer.Web;

/// <summary>Generated JSON code for what the API answers besides results.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(PendingArticle))]
[JsonSerializable(typeof(ListPage))]
[JsonSerializable(typeof(ArticleItem))]
[JsonSerializable(typeof(StancePage))]
[JsonSerializable(typeof(StanceMatrix))]
[JsonSerializable(typeof(StanceTimeline))]
[JsonSerializable(typeof(TargetPage))]
[JsonSerializable(typeof(EditionList))]
[JsonSerializable(typeof(SideBySide))]
[JsonSerializable(typeof(LabelledArticle))]
[JsonSerializable(typeof(Agreement))]
[JsonSerializable(typeof(RemovedArticle))]
[JsonSerializable(typeof(HealthReport))]
internal sealed partial class WebJson : JsonSerializerContext
{
    /// <summary>Letters stay letters; the answers are never embedded in markup.</summary>
    public static WebJson Compact { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}

/// <param name="Status">Always <c>pending</c>.</param>
/// <param name="Reason">In words, why there is no result yet.</param>
/// <param name="RetryAt">UTC; null when the article is simply next in line.</param>
internal sealed record PendingArticle(string Name, string Status, string Reason, DateTime? RetryAt)
{
    public static PendingArticle From(string name, Deferral? note)
        => new(name, "pending", note?.Reason ?? "It is in line to be summarised.", note?.RetryAt);
}

/// <param name="Status"><c>healthy</c> or <c>unhealthy</c>.</param>
/// <param name="Reason">Null when healthy.</param>
/// <param name="Notes">What works otherwise than it was set up to, each in one sentence; articles are processed all the same.</param>
internal sealed record HealthReport(string Status, string? Reason, IReadOnlyList<string> Notes);

/// <summary>An article that is gone.</summary>
internal sealed record RemovedArticle(string Name);
