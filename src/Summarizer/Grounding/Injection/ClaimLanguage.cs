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
        var (script, letters) = Script(claim);
        if (letters < FewestLetters)
            return false;
        var own = StopWords.Of(article.Article.Language);
        if (script != article.Script)
            return article.Script != Writing.None;
        if (script != Writing.Latin || own.Count == 0)
            return false;
        var words = WrittenWord.AllIn(claim).ConvertAll(w => w.In(claim).ToString().ToLowerInvariant());
        var fewest = Math.Max(FewestWords, Margin * words.Count(own.Contains));
        return StopWords.Languages.Any(other => words.Count(StopWords.Of(other).Contains) >= fewest);
    }

    /// <summary>The script that most letters are of, and how many letters there are.</summary>
    public static (Writing Script, int Letters) Script(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[(int)Writing.Other + 1];
        counts.Clear();
        var letters = 0;
        foreach (var c in text)
        {
            if (!char.IsLetter(c))
                continue;
            letters++;
            counts[(int)Of(c)]++;
        }

        var most = Writing.None;
        for (var writing = Writing.Latin; writing <= Writing.Other; writing++)
        {
            if (counts[(int)writing] > letters / 2)
                most = writing;
        }

        return (most, letters);
    }

    private static Writing Of(char c) => c switch
    {
        < '\u0250' or (>= '\u1E00' and <= '\u1EFF') => Writing.Latin,
        >= '\u0370' and <= '\u03FF' => Writing.Greek,
        >= '\u0400' and <= '\u052F' => Writing.Cyrillic,
        >= '\u0590' and <= '\u05FF' => Writing.Hebrew,
        >= '\u0600' and <= '\u077F' => Writing.Arabic,
        >= '\u0900' and <= '\u0DFF' => Writing.Indic,
        >= '\uAC00' and <= '\uD7AF' => Writing.Hangul,
        >= '\u3040' and <= '\u9FFF' => Writing.EastAsian,
        _ => Writing.Other,
    };
}

internal enum Writing
{
    None,
    Latin,
    Greek,
    Cyrillic,
    Hebrew,
    Arabic,
    Indic,
    Hangul,
    EastAsian,
    Other,
}
