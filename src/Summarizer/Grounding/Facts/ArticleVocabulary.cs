using System.Globalization;
using System.Text;
using Summarizer.Grounding.Quotes;
using Summarizer.Text;

namespace Summarizer.Grounding.Facts;

/// <summary>The words of an article, found again under another ending, as initials, or written out.</summary>
internal sealed class ArticleVocabulary
{
    /// <summary>A stem shorter than this is shared by unrelated names.</summary>
    private const int ShortestStem = 4;

    /// <summary>Longest run of capitalised words whose initials make an acronym.</summary>
    private const int LongestRun = 8;

    private static readonly string[] Endings = [.. WordListFile.Open("Grounding/Facts/Lists/endings.txt").Words()];

    private readonly HashSet<string> words = new(StringComparer.Ordinal);
    private readonly HashSet<string> stems = new(StringComparer.Ordinal);
    private readonly HashSet<string> initials = new(StringComparer.Ordinal);

    public static ArticleVocabulary In(IEnumerable<string> texts, CancellationToken cancellationToken)
    {
        var known = new ArticleVocabulary();
        foreach (var text in texts)
            known.Add(text, cancellationToken);
        foreach (var word in known.words)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ForEachStem(word, known.stems, static (stem, stems) => stems.Add(stem) && false);
        }

        return known;
    }

    /// <summary>Whether the article has the word, in any case, with or without accents, or with another ending.</summary>
    public bool Has(ReadOnlySpan<char> word)
    {
        var plain = Plain(word);
        return words.Contains(plain)
            || initials.Contains(plain)
            || ForEachStem(plain, stems, static (stem, stems) => stems.Contains(stem))
            || Demonyms.For(plain).Any(words.Contains);
    }

    /// <summary>Whether the article abbreviates these words by their initials.</summary>
    public bool HasAcronym(string initialsOfRun) => words.Contains(Plain(initialsOfRun));

    /// <summary>Lower case, without accents, dots or the Arabic article's variants: the form words are compared in.</summary>
    public static string Plain(ReadOnlySpan<char> word)
    {
        if (Ascii.IsValid(word) && !word.Contains('.'))
            return word.ToString().ToLowerInvariant();
        var plain = new StringBuilder(word.Length);
        var whole = word.ToString();
        if (FoldedText.CanBeNormalized(word))
            whole = whole.Normalize(NormalizationForm.FormD);
        foreach (var c in whole)
        {
            if (c != '.' && char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                plain.Append(c == 'ß' ? "ss" : char.ToLowerInvariant(c).ToString());
        }

        return plain.ToString();
    }

    private void Add(string text, CancellationToken cancellationToken)
    {
        var run = new StringBuilder(LongestRun);
        foreach (var word in WordPart.In(text, cancellationToken))
        {
            var letters = word.In(text);
            words.Add(Plain(letters));
            if (!word.Joined)
                run.Clear();
            if (char.IsUpper(letters[0]))
                AddInitials(run, letters[0]);
            else if (!OrdinaryWords.Links(letters))
                run.Clear();
        }
    }

    /// <summary>Of every run that ends here: "the Derna Mujahideen Shura Council" is DMSC, whatever stood before.</summary>
    private void AddInitials(StringBuilder run, char initial)
    {
        if (run.Length == LongestRun)
            run.Remove(0, 1);
        run.Append(char.ToLowerInvariant(initial));
        var all = run.ToString();
        for (var from = 0; from + 2 <= all.Length; from++)
            initials.Add(all[from..]);
    }

    private static bool ForEachStem(string word, HashSet<string> stems, Func<string, HashSet<string>, bool> stop)
    {
        if (word.Length < ShortestStem)
            return false;
        if (stop(word, stems))
            return true;
        foreach (var ending in Endings)
        {
            if (word.Length - ending.Length >= ShortestStem && word.EndsWith(ending, StringComparison.Ordinal)
                && stop(word[..^ending.Length], stems))
                return true;
        }

        return false;
    }
}
