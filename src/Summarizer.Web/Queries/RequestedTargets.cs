using Microsoft.AspNetCore.Http;
using Summarizer.Catalog;

namespace Summarizer.Web.Queries;

/// <summary>What the address of the list of targets requests.</summary>
/// <param name="Problem">What is wrong with it; null when the rest can be used.</param>
internal sealed record RequestedTargets(TargetQuery Query, int Limit, TargetCursor Cursor, Problem? Problem)
{
    public static RequestedTargets Parse(HttpRequest request)
    {
        var values = new QueryValues(request.Query);
        var limit = values.Limit(RequestedQuery.DefaultLimit, RequestedQuery.MaxLimit);
        if (!TargetCursor.TryParse(values.Cursor(), out var cursor))
            values.RefuseCursor();
        var query = new TargetQuery
        {
            Words = values.Text("q"),
            Type = values.Word("type", TypeOf, "person, organization, place or topic"),
        };
        return new RequestedTargets(query, limit, cursor, values.Check());
    }

    private static TargetType? TypeOf(string text) => text switch
    {
        "person" => TargetType.Person,
        "organization" => TargetType.Organization,
        "place" => TargetType.Place,
        "topic" => TargetType.Topic,
        _ => null,
    };
}
