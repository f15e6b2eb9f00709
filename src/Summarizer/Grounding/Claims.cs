using Summarizer.Grounding.Facts;
using Summarizer.Grounding.Injection;

namespace Summarizer.Grounding;

/// <summary>What must hold of any sentence that an engine worded itself.</summary>
internal static class Claims
{
    /// <summary>Why the article does not bear the claim out; null when nothing speaks against it.</summary>
    public static RejectionReason? Fault(SearchableArticle article, string claim)
    {
        if (Markup.IsAdded(claim, article.Text) || PromptInjectionDetector.IsAdded(claim, article.Text))
            return RejectionReason.Markup;
        if (ClaimLanguage.IsOther(claim, article))
            return RejectionReason.Language;
        foreach (var number in NumberScanner.In(claim))
        {
            if (!number.StandsIn(article.Numbers))
                return RejectionReason.NumberNotFound;
        }

        return NameScanner.FirstUnknown(claim, article) is null ? null : RejectionReason.NameNotFound;
    }
}
