using Summarizer.Grounding.Facts;
using Summarizer.Text;

namespace Summarizer.Grounding.Injection;

/// <summary>Whether a claim is in another language than the article: its script first, then its commonest words.</summary>
internal static class ClaimLanguage
{
    /// <summary>Fewer letters may be a name that keeps its own script.</summary>
    private const int FewestLetters = 20;

    /// <summary>So many function words of another language are no accident.</summary>
    private const int FewestWords = 3;

    /// <summary>Languages share short words: the other one must have so many times as many as the article's.</summary>
    private const int Margin = 3;

    public static bool IsOther(string claim, SearchableArticle article)
    {
        var (script, letters) = Scripts.Main(claim);
        if (letters < FewestLetters)
            return false;
        var own = LanguageProfile.For(article.Article.Language).FunctionWords;
        if (script != article.Script)
            return article.Script != Script.None;
        if (script != Script.Latin || own.Count == 0)
            return false;
        var words = WordPart.AllIn(claim).ConvertAll(w => w.In(claim).ToString().ToLowerInvariant());
        var fewest = Math.Max(FewestWords, Margin * words.Count(w => own.Contains(w)));
        return LanguageProfile.All.Any(other => words.Count(w => other.FunctionWords.Contains(w)) >= fewest);
    }
}
