using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Summarizer.Editions;
using Summarizer.Storage;
using Summarizer.Web.Queries;

namespace Summarizer.Web.Endpoints;

/// <summary>The route of two articles side by side.</summary>
public sealed class DifferenceHandlers(ServedResults results)
{
    /// <summary>GET: which words of two articles are the same.</summary>
    public async Task GetAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var values = new QueryValues(context.Request.Query);
        string? left = values.Text("left"), right = values.Text("right");
        var problem = values.Check()
            ?? (left is null || right is null ? Problem.BadQuery("left or right is missing; name two articles.") : null)
            ?? (ArticleName.IsValid(left!, out var fault) && ArticleName.IsValid(right!, out fault) ? null : Problem.BadName(fault));
        if (problem is not null)
        {
            await problem.WriteAsync(context).ConfigureAwait(false);
            return;
        }

        var (first, second) = (ReadAsync(left!, context.RequestAborted), ReadAsync(right!, context.RequestAborted));
        var ((leftSide, leftProblem), (rightSide, rightProblem)) = (await first.ConfigureAwait(false), await second.ConfigureAwait(false));
        if (leftSide is null || rightSide is null)
        {
            await (leftProblem ?? rightProblem)!.WriteAsync(context).ConfigureAwait(false);
            return;
        }

        var answer = SideBySide.From(leftSide, rightSide, context.RequestAborted);
        context.Response.Headers.CacheControl = "no-cache";
        await ResponseWriter.JsonAsync(context, JsonSerializer.SerializeToUtf8Bytes(answer, WebJson.Compact.SideBySide))
            .ConfigureAwait(false);
    }

    private async Task<(ArticleSide? Side, Problem? Problem)> ReadAsync(string name, CancellationToken cancellationToken)
    {
        var served = await results.ReadAsync(name, cancellationToken).ConfigureAwait(false);
        return served.IsNothing ? (null, Problem.NoArticle(name))
            : served.Result?.Parse()?.Article is { } article
                ? (new ArticleSide(name, article.Title, article.Publisher, article.PublishedOn, article.Text), null)
            : (null, Problem.NoResult(name));
    }
}

/// <param name="Similarity">Share of the shorter text's five-word shingles that stand in the other.</param>
/// <param name="Differences">The stretches of both texts in order, which together are the whole of either.</param>
internal sealed record SideBySide(
    ArticleSide Left, ArticleSide Right, EditionLabel Label, double Similarity, IReadOnlyList<StretchPair> Differences)
{
    public static SideBySide From(ArticleSide left, ArticleSide right, CancellationToken cancellationToken)
    {
        var match = TextShingles.From(left.Text, cancellationToken).CompareTo(TextShingles.From(right.Text, cancellationToken));
        return new SideBySide(
            left, right, match.Label, Math.Round(match.Similarity, 4),
            [
                .. TextDifferences.Between(left.Text, right.Text, cancellationToken)
                    .Select(d => new StretchPair(d.Kind, Stretch.From(d.Left), Stretch.From(d.Right))),
            ]);
    }
}

/// <param name="Text">The text that the offsets are of.</param>
internal sealed record ArticleSide(string Name, string? Title, string? Publisher, DateOnly? PublishedOn, string Text);

internal readonly record struct StretchPair(DifferenceKind Kind, Stretch Left, Stretch Right);

/// <param name="Start">UTF-16 code units into the text, inclusive.</param>
/// <param name="End">Exclusive.</param>
internal readonly record struct Stretch(int Start, int End)
{
    public static Stretch From(TextSpan span) => new(span.Start, span.End);
}
