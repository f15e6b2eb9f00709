using Summarizer.Extractive.Stances;
using Summarizer.Grounding.Injection;
using Summarizer.Text;

namespace Summarizer.Grounding;

/// <summary>Another engine's reading of the same article, to hold a model's stances against.</summary>
/// <remarks>
/// A model reads better than the engine that checks it, so that a plain difference is no fault. What is refused is the
/// very opposite of what the rest of the article plainly shows, when nothing of what is quoted for it shows it either:
/// the mark of a stance that was ordered and not found.
/// </remarks>
/// <param name="stances">What the other engine reads in the article.</param>
/// <param name="sentences">Tells which side the words of a quote take.</param>
internal sealed class CrossCheck(IReadOnlyList<DraftStance> stances, ISentenceStance sentences)
{
    /// <summary>From this confidence the opposite is plain: the embedded engine gives at most 0.82, for several plain sentences.</summary>
    private const double Plain = 0.7;

    /// <summary>Enough where all that is quoted is an order.</summary>
    private const double Likely = 0.5;

    /// <summary>Sentences that make a stance plain, and as many times more of them than of the other side.</summary>
    private const int SeveralSentences = 3;

    /// <summary>Whether the article's other evidence says the opposite of a claim that is otherwise supported.</summary>
    public bool Contradicts(SearchableArticle article, StanceTag claim)
    {
        if (claim.Stance is Stance.Neutral or Stance.Unclear || Opposite(claim) is not { } opposite)
            return false;
        var certainty = Certainty(opposite, claim.Stance);
        if (certainty >= Likely && claim.Evidence.All(e => ImperativeDetector.IsIn(article.Text, e)))
            return true;
        return certainty >= Plain && LanguageProfile.For(article.Article.Language).Has(LanguageTraits.HasTrainedStance)
            && !claim.Evidence.Any(e => Shows(claim, e.Quote));
    }

    /// <summary>
    /// How sure the other engine is of the opposite, 0 to 1: by its tag, or where that takes no side, by the share of the
    /// sentences that speak one way, when they are several.
    /// </summary>
    private static double Certainty(DraftStance own, Stance claimed)
    {
        if ((own.Stance, claimed) is (Stance.Favor, Stance.Against) or (Stance.Against, Stance.Favor))
            return own.Confidence;
        if (own.Stance == claimed || own.Portrayal is not { } portrayal)
            return 0;
        var (opposite, same) = claimed == Stance.Favor
            ? (portrayal.Unfavorable, portrayal.Favorable) : (portrayal.Favorable, portrayal.Unfavorable);
        return opposite >= SeveralSentences && opposite >= SeveralSentences * same ? (double)opposite / (opposite + same) : 0;
    }

    private DraftStance? Opposite(StanceTag claim) => stances.FirstOrDefault(own =>
        Certainty(own, claim.Stance) > 0
        && string.Equals(own.Holder, claim.Holder, StringComparison.OrdinalIgnoreCase)
        && NamesOf(own.Target, own.Aliases).Intersect(NamesOf(claim.Target.Name, claim.Target.Aliases), StringComparer.OrdinalIgnoreCase)
            .Any());

    /// <summary>Whether the words quoted take the claimed side, by themselves.</summary>
    private bool Shows(StanceTag claim, string quote)
    {
        foreach (var name in NamesOf(claim.Target.Name, claim.Target.Aliases))
        {
            var at = quote.IndexOf(name, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
                continue;
            var (against, _, favor) = sentences.Predict(quote, new TextSpan(at, at + name.Length));
            return claim.Stance == Stance.Favor ? favor > against : against > favor;
        }

        return false;
    }

    private static IEnumerable<string> NamesOf(string name, IReadOnlyList<string> aliases) => aliases.Prepend(name);
}
