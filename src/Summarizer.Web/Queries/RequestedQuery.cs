using System.Globalization;
using Microsoft.AspNetCore.Http;
using Summarizer.Catalog;
using Summarizer.Storage.Entries;

namespace Summarizer.Web.Queries;

/// <summary>What a list's address asks for.</summary>
/// <param name="Problem">What is wrong with it; null when the rest can be used.</param>
internal sealed record RequestedQuery(ArticleQuery Query, int Limit, ListCursor Cursor, Problem? Problem)
{
    public const int DefaultLimit = 50;
    public const int MaxLimit = 200;

    /// <summary>Longer than any name; what is longer finds nothing, and is not worth folding.</summary>
    private const int MaxLength = 1_024;

    /// <summary>Reads the query of a route.</summary>
    /// <param name="request">The request.</param>
    /// <param name="defaultLimit">The limit where none is given.</param>
    /// <param name="maxLimit">The highest limit that may be given.</param>
    /// <param name="without">Parameters of other lists, which mean nothing to this route and are refused like unknown ones.</param>
    public static RequestedQuery Parse(
        HttpRequest request, int defaultLimit = DefaultLimit, int maxLimit = MaxLimit, params ReadOnlySpan<string> without)
    {
        var parameters = new QueryParameters(request.Query);
        var limit = defaultLimit;
        Problem? problem = null;
        if (Text("limit") is { } wanted
            && (!int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit < 1 || limit > maxLimit))
            Bad($"limit is a whole number from 1 to {maxLimit}.");
        if (!ListCursor.TryParse(Text("cursor"), out var cursor))
            Bad("cursor is none that this list gave out; leave it away to start over.");

        var query = new ArticleQuery
        {
            Words = Text("q"),
            Prefix = Text("prefix"),
            Status = Word("status", StatusOf, "pending, succeeded or failed"),
            Publisher = Text("publisher"),
            Target = Text("target"),
            Stance = Word("stance", StanceOf, "favor, against or neutral"),
            Holder = Word("holder", HolderOf, "author, quoted or all") ?? HolderKind.Author,
            From = Day("from"),
            To = Day("to"),
        };
        return new RequestedQuery(query, limit, cursor, parameters.Check(without) ?? problem);

        void Bad(string detail) => problem = Problem.BadQuery(detail);

        string? Text(string name)
        {
            var text = parameters.Read(name);
            if (text.Length > MaxLength && name != "cursor")
                Bad(string.Create(CultureInfo.InvariantCulture, $"{name} has {text.Length} characters; use at most {MaxLength}."));
            return text.Length == 0 ? null : text;
        }

        T? Word<T>(string name, Func<string, T?> read, string words)
            where T : struct
        {
            if (Text(name) is not { } text)
                return null;
            var value = read(text);
            if (value is null)
                Bad($"{name} is {words}.");
            return value;
        }

        DateOnly? Day(string name)
        {
            if (Text(name) is not { } text)
                return null;
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return day;
            Bad($"{name} is a day, written like 2026-11-20.");
            return null;
        }
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
        _ => null,
    };

    private static HolderKind? HolderOf(string text) => text switch
    {
        "author" => HolderKind.Author,
        "quoted" => HolderKind.Quoted,
        "all" => HolderKind.All,
        _ => null,
    };
}
