using System.Collections.Immutable;
using System.Text.Json;

namespace Summarizer.Extractive.Stances.Author;

/// <summary>
/// What decides the author's stance toward a target: its sentences, the rest of the article, and how the article is told.
/// </summary>
internal enum AuthorFeature
{
    Favor,
    Against,
    Side,
    Sentences,
    FavorElsewhere,
    AgainstElsewhere,
    Personal,
    Reporting,
    Urging,
    Exclaiming,
    Judging,
    JudgingSide,
}

/// <summary>The values of <see cref="AuthorFeature"/>, each at its own number.</summary>
internal static class AuthorFeatures
{
    /// <summary>As the file of weights spells them: "favor-elsewhere".</summary>
    public static ImmutableArray<string> Names { get; } =
        [.. Enum.GetNames<AuthorFeature>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName)];

    /// <summary>Sentences of no stance assumed beside those read, so that a single one does not decide alone.</summary>
    private const double OneTarget = 1, WholeArticle = 3;

    public static double[] Compute(SentenceTotals target, SentenceTotals article, AuthorTone tone)
    {
        var values = new double[Names.Length];
        values[(int)AuthorFeature.Favor] = target.Favor / (target.Weight + OneTarget);
        values[(int)AuthorFeature.Against] = target.Against / (target.Weight + OneTarget);
        values[(int)AuthorFeature.Side] = target.Side / (target.Weight + OneTarget);
        values[(int)AuthorFeature.Sentences] = Math.Log(1 + target.Weight);
        values[(int)AuthorFeature.FavorElsewhere] = article.Favor / (article.Weight + WholeArticle);
        values[(int)AuthorFeature.AgainstElsewhere] = article.Against / (article.Weight + WholeArticle);
        values[(int)AuthorFeature.Personal] = tone.Personal;
        values[(int)AuthorFeature.Reporting] = tone.Reporting;
        values[(int)AuthorFeature.Urging] = tone.Urging;
        values[(int)AuthorFeature.Exclaiming] = tone.Exclaiming;
        values[(int)AuthorFeature.Judging] = tone.Judging;
        values[(int)AuthorFeature.JudgingSide] = tone.Judging * target.Side / (target.Weight + OneTarget);
        return values;
    }
}
