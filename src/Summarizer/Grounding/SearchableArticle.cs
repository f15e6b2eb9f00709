using Summarizer.Grounding.Facts;
using Summarizer.Grounding.Injection;
using Summarizer.Grounding.Quotes;
using Summarizer.Text;

namespace Summarizer.Grounding;

/// <summary>An article made ready for being searched; each index is built when first asked for.</summary>
/// <param name="article">What was read.</param>
/// <param name="cancellationToken">Cancels whatever is searched or built.</param>
internal sealed class SearchableArticle(Article article, CancellationToken cancellationToken)
{
    /// <summary>A quote whose first so many occurrences all begin or end inside other words is not one.</summary>
    private const int Tries = 64;

    private FoldedText? folded;
    private HashSet<string>? numbers;
    private ArticleVocabulary? words;
    private IReadOnlyList<TextSpan>? planted;
    private Script? script;

    public Article Article => article;

    public CancellationToken CancellationToken => cancellationToken;

    public string Text => article.Text;

    public FoldedText Folded => folded ??= FoldedText.Create(article.Text, cancellationToken);

    /// <summary>Every number that stands in the article, in all the ways it can be read.</summary>
    public HashSet<string> Numbers => numbers ??= NumberScanner.InArticle(About, article.PublishedOn, cancellationToken);

    /// <summary>The words that stand in the article.</summary>
    public ArticleVocabulary Words => words ??= ArticleVocabulary.In(About, cancellationToken);

    /// <summary>The script of the article's beginning.</summary>
    public Script Script => script ??= Scripts.Main(Text.AsSpan(0, Math.Min(Text.Length, 4_000))).Script;

    /// <summary>Whether all of the evidence is sentences that talk to the machine.</summary>
    public bool IsPlanted(IReadOnlyList<Evidence> evidence)
    {
        planted ??= PromptInjectionDetector.In(Text, cancellationToken);
        if (planted.Count == 0)
            return false;
        foreach (var piece in evidence)
        {
            if (!planted.Any(p => p.Start < piece.End && piece.Start < p.End))
                return false;
        }

        return true;
    }

    /// <summary>Title and byline belong to the article as much as its text does.</summary>
    private IEnumerable<string> About
        => [article.Text, article.Title ?? "", article.Publisher ?? "", .. article.Authors];

    /// <summary>Where the quote stands; null when the article does not carry these words in this order.</summary>
    public TextSpan? Find(Quote quote)
    {
        if (quote.At is { } at && at >= 0 && quote.Text.Length > 0 && at <= Text.Length - quote.Text.Length
            && Text.AsSpan(at).StartsWith(quote.Text, StringComparison.Ordinal))
            return new TextSpan(TextBoundary.Before(Text, at), TextBoundary.After(Text, at + quote.Text.Length));

        var sought = quote.Text.AsSpan().Trim();
        if (!HasSubstance(sought))
            return null;
        return FindIn(Text, sought.ToString()) ?? FindFolded(sought.ToString());
    }

    private TextSpan? FindFolded(string quote)
    {
        var sought = FoldedText.Create(quote, cancellationToken).Text.Trim(' ');
        return Search(sought) ?? (sought.Trim(' ', '"', '…') is var bare && bare.Length < sought.Length ? Search(bare) : null);

        TextSpan? Search(string sought)
            => FindIn(Folded.Lower, sought.ToLowerInvariant()) is { } anyCase ? FindIn(Folded.Text, sought) ?? anyCase : null;
    }

    /// <param name="text">The article's text, or one of its folded forms.</param>
    private TextSpan? FindIn(string text, string sought)
    {
        if (sought.Length == 0)
            return null;
        for (int tries = 0, from = 0; tries < Tries; tries++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var found = BoundedSearch.IndexOf(text, sought, from);
            if (found < 0)
                return null;
            var span = new TextSpan(found, found + sought.Length);
            if (!ReferenceEquals(text, Text))
                span = Folded.Original(span);
            if (IsWhole(span))
                return span;
            from = found + 1;
        }

        return null;
    }

    private bool IsWhole(TextSpan span)
        => !TextBoundary.Splits(Text, span.Start) && !TextBoundary.Splits(Text, span.End)
            && !TextBoundary.InsideWord(Text, span.Start) && !TextBoundary.InsideWord(Text, span.End);

    /// <summary>A lone mark or letter can be found anywhere and supports nothing.</summary>
    private static bool HasSubstance(ReadOnlySpan<char> quote)
    {
        var letters = 0;
        foreach (var c in quote)
        {
            if ((char.IsLetterOrDigit(c) || char.IsSurrogate(c)) && ++letters == 2)
                return true;
        }

        return false;
    }
}
