using Summarizer.Grounding.Facts;
using Summarizer.Grounding.Quotes;
using Summarizer.Text;

namespace Summarizer.Grounding.Injection;

/// <summary>Sentences that order the reader to write or say something, as reports and opinion pieces hardly ever do.</summary>
/// <remarks>
/// Prompts open with the bare verb of a task of words: write, explain, translate. By itself that proves little, so
/// that such a sentence only counts beside something else: a stance that the article contradicts, or a text around it
/// that has no word in common with it.
/// </remarks>
internal static class ImperativeDetector
{
    /// <summary>Shorter words are too common to show what a sentence is about.</summary>
    private const int ShortestWord = 4;

    /// <summary>Letters at the end of a longer word that may differ: provide, provided, providing.</summary>
    private const int Ending = 3, StemFrom = 7;

    /// <summary>A sentence with fewer content words says too little to be told foreign.</summary>
    private const int FewestWords = 2;

    /// <summary>The article must be so many times as long as the sentence: what is nearly all of a text is not foreign to it.</summary>
    private const int FewestTimes = 8;

    private static readonly WordListFile File = WordListFile.Open("Grounding/Injection/Lists/imperatives.txt");

    private static readonly WordSet Verbs = File.Set("verbs");

    /// <summary>What may stand before the verb.</summary>
    private static readonly WordSet Openers = File.Set("openers");

    /// <summary>Whether the sentence around a stretch of text is an order.</summary>
    public static bool IsIn(string text, Evidence evidence) => IsOrder(text, SentenceOf(text, evidence), out _);

    /// <summary>Whether it is, and has no word in common with the rest of the article.</summary>
    public static bool IsForeign(SearchableArticle article, Evidence evidence)
    {
        var sentence = SentenceOf(article.Text, evidence);
        if (article.Text.Length < FewestTimes * sentence.Length || !IsOrder(article.Text, sentence, out var rest))
            return false;
        var stop = LanguageProfile.For(article.Article.Language).FunctionWords;
        var words = rest.Where(w => w.Length >= ShortestWord && !stop.Contains(w)).ToArray();
        return words.Length >= FewestWords && !Array.Exists(words, w => StandsOutside(article, sentence, w));
    }

    private static TextSpan SentenceOf(string text, Evidence evidence)
        => RoughSentence.Around(text, evidence.Start, Math.Max(evidence.Start, evidence.End - 1));

    /// <param name="text">The article's.</param>
    /// <param name="sentence">Where it stands.</param>
    /// <param name="rest">The words after the verb, in lower case.</param>
    private static bool IsOrder(string text, TextSpan sentence, out IReadOnlyList<string> rest)
    {
        var own = sentence.In(text).TrimStart();
        var words = WordPart.AllIn(own).ConvertAll(w => w.In(own).ToString().ToLowerInvariant());
        var verb = words.FindIndex(w => !Openers.Contains(w));
        // In quotation marks somebody orders somebody else.
        var isOrder = own.Length > 0 && !FoldedText.IsQuotationMark(own[0]) && verb >= 0 && verb < words.Count - 1
            && Verbs.Contains(words[verb]);
        rest = isOrder ? words[(verb + 1)..] : [];
        return isOrder;
    }

    private static bool StandsOutside(SearchableArticle article, TextSpan sentence, string word)
    {
        article.CancellationToken.ThrowIfCancellationRequested();
        var stem = word.Length >= StemFrom ? word[..^Ending] : word;
        return article.Text.AsSpan(0, sentence.Start).Contains(stem, StringComparison.OrdinalIgnoreCase)
            || article.Text.AsSpan(sentence.End).Contains(stem, StringComparison.OrdinalIgnoreCase)
            || article.Article.Title?.Contains(stem, StringComparison.OrdinalIgnoreCase) is true;
    }
}
