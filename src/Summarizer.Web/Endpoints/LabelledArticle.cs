using Summarizer.Pipeline.Reviews;
using Summarizer.Storage.Reviews;

namespace Summarizer.Web.Endpoints;

/// <summary>An article with the author's stance toward a target as reviewers see it: what <c>stance-articles</c> measures with.</summary>
/// <param name="Id">The article's name and the target.</param>
internal sealed record LabelledArticle(string Id, string Text, string? Title, string? Language, string Target, Stance Stance)
{
    /// <summary>The author's stances that reviewers settled; what most of them reject says only what is wrong.</summary>
    public static IEnumerable<LabelledArticle> From(ReviewedArticle reviewed)
    {
        if (reviewed.Result?.Article is not { } article)
            yield break;
        foreach (var claim in reviewed.Judged)
        {
            if (claim is { Kind: ReviewKind.Stance, Holder: StanceTag.Author, Target: { } target, Opinion.Stance: { } stance })
            {
                yield return new LabelledArticle(
                    $"{reviewed.Name}#{target}", article.Text, article.Title, article.Language, target, stance);
            }
        }
    }
}
