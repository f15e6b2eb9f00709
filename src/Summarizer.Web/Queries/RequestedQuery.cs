using Microsoft.AspNetCore.Http;
using Summarizer.Catalog;
using Summarizer.Storage.Entries;

namespace Summarizer.Web.Queries;

/// <summary>What a list's address asks for.</summary>
/// <param name="Sort">The order; null for the query's own.</param>
/// <param name="Problem">What is wrong with it; null when the rest can be used.</param>
internal sealed record RequestedQuery(ArticleQuery Query, ArticleSort? Sort, int Limit, ListCursor Cursor, Problem? Problem)
{
    public const int DefaultLimit = 50;
    public const int MaxLimit = 200;

    /// <summary>Reads the query of a route.</summary>
    /// <param name="request">The request.</param>
    /// <param name="defaultLimit">The limit where none is given.</param>
    /// <param name="maxLimit">The highest limit that may be given.</param>
    /// <param name="without">Parameters of other lists, which mean nothing to this route and are refused like unknown ones.</param>
    public static RequestedQuery Parse(
        HttpRequest request, int defaultLimit = DefaultLimit, int maxLimit = MaxLimit, params ReadOnlySpan<string> without)
    {
        var values = new QueryValues(request.Query);
        var limit = values.Limit(defaultLimit, maxLimit);
        if (!ListCursor.TryParse(values.Cursor(), out var cursor))
            values.RefuseCursor();

        var query = new ArticleQuery
        {
            Words = values.Text("q"),
            Prefix = values.Text("prefix"),
            Status = values.Word("status", StatusOf, "pending, succeeded or failed"),
            Publisher = values.Text("publisher"),
            Target = values.Text("target"),
            Stance = values.Word("stance", StanceOf, "favor, against or neutral"),
            Holder = values.Word("holder", HolderOf, "author, quoted or all") ?? HolderKind.Author,
            From = values.Day("from"),
            To = values.Day("to"),
            MinConfidence = values.Share("minConfidence"),
            Reviewed = values.Word("reviewed", TruthOf, "true or false"),
            EachEdition = values.Word("editions", EditionsOf, "once or each") ?? false,
        };
        var sort = values.Word("sort", SortOf, "processed, published, title or relevance");
        return new RequestedQuery(query, sort, limit, cursor, values.Check(without));
    }

    private static ListStatus? StatusOf(string text) => text switch
    {
        "pending" => ListStatus.Pending,
        "succeeded" => ListStatus.Succeeded,
        "failed" => ListStatus.Failed,
        _ => null,
    };

    private static Stance? StanceOf(string text) => text switch
    {
        "favor" => Stance.Favor,
        "against" => Stance.Against,
        "neutral" => Stance.Neutral,
        "unclear" => Stance.Unclear,
        _ => null,
    };

    private static HolderKind? HolderOf(string text) => text switch
    {
        "author" => HolderKind.Author,
        "quoted" => HolderKind.Quoted,
        "all" => HolderKind.All,
        _ => null,
    };

    private static bool? TruthOf(string text) => text switch
    {
        "true" => true,
        "false" => false,
        _ => null,
    };

    private static bool? EditionsOf(string text) => text switch
    {
        "once" => false,
        "each" => true,
        _ => null,
    };

    private static ArticleSort? SortOf(string text) => text switch
    {
        "processed" => ArticleSort.Processed,
        "published" => ArticleSort.Published,
        "title" => ArticleSort.Title,
        "relevance" => ArticleSort.Relevance,
        _ => null,
    };
}
