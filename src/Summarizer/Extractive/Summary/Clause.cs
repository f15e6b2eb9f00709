using Summarizer.Extractive.Entities;
using Summarizer.Extractive.Syntax;
using Summarizer.Text;

namespace Summarizer.Extractive.Summaries;

/// <summary>A sentence, or its first clauses, as a line of their own.</summary>
/// <param name="Span">Without the full stop; not longer than <see cref="Headline.Longest"/>.</param>
/// <param name="End">Behind its last token.</param>
/// <param name="IsCut">The sentence goes on behind it.</param>
internal readonly record struct Clause(TextSpan Span, int First, int End, bool IsCut)
{
    /// <summary>Words of the shortest line that says something.</summary>
    private const int FewestWords = 5;

    private static readonly WordListFile Lists = WordListFile.Open("Extractive/Summary/Lists/clauses.txt");

    private static readonly WordSet Opening = Lists.Set("opening");

    private static readonly WordSet Conditional = Lists.Set("conditional");

    private static readonly WordSet Subordinate = WordListFile.Open("Text/Lists/openers.txt").Set("subordinate");

    /// <summary>The whole sentence if it is short enough, else as many of its clauses as are; null when none makes a line.</summary>
    public static Clause? From(AnalyzedText read, int sentence)
    {
        var span = read.Sentences[sentence].Span;
        var (first, end) = read.TokensOf(sentence);
        if (sentence == 0 && Dateline.End(read) is var behind && behind < end)
            first = behind;
        if (end - first < FewestWords)
            return null;
        var start = first == read.TokensOf(sentence).First ? span.Start : read.Tokens[first].Start;
        var whole = Undotted(read.Text, new TextSpan(start, span.End));
        if (whole.Length <= Headline.Longest)
            return HasVerb(read, first, end, end) ? new Clause(whole, first, end, false) : null;
        if (Subordinate.Contains(read.Word(first)) || Conditional.Contains(read.Word(first)))
            return null;
        for (var cut = LastFitting(read, start, first, end); cut >= first + FewestWords; cut--)
        {
            var clause = new TextSpan(start, read.Tokens[cut - 1].Span.End);
            if (IsBoundary(read, cut, end) && IsWholeInMarks(clause.SliceOf(read.Text))
                && HasVerb(read, LastJoint(read, first, cut), cut, end)
                && !ChangesSense(read, first, cut, end))
                return new Clause(clause, first, cut, true);
        }

        return null;
    }

    /// <summary>The first token of the last clause that "and" or the like adds to those before, which needs a verb of its own.</summary>
    private static int LastJoint(AnalyzedText read, int first, int cut)
    {
        for (var t = cut - 1; t > first; t--)
        {
            var gap = read.Text.AsSpan(read.Tokens[t - 1].Span.End, read.Tokens[t].Start - read.Tokens[t - 1].Span.End);
            if (gap.ContainsAny(',', ';') && Opening.Contains(read.Word(t)))
                return t;
        }

        return first;
    }

    private static int LastFitting(AnalyzedText read, int start, int first, int end)
    {
        var cut = first;
        while (cut < end - 1 && read.Tokens[cut].Span.End - start <= Headline.Longest)
            cut++;
        return cut;
    }

    private static TextSpan Undotted(string text, TextSpan span)
    {
        var line = span.SliceOf(text);
        return line.Length > 2 && line[^1] == '.' && (char.IsLower(line[^2]) || char.IsDigit(line[^2])) && line[^3] != '.'
            ? span with { End = span.End - 1 } : span;
    }

    /// <summary>Whether what goes on at a token can be left out: another clause behind a comma, or behind a stronger mark.</summary>
    private static bool IsBoundary(AnalyzedText read, int token, int end)
    {
        var from = read.Tokens[token - 1].Span.End;
        var gap = read.Text.AsSpan(from, read.Tokens[token].Start - from);
        return (PartOfSpeechTagger.CanTag(read)
                && (gap.Contains(';') || gap.Contains(" – ", StringComparison.Ordinal) || gap.Contains('—')))
            || (gap.Contains(',') && token + 1 < end && Opening.Contains(read.Word(token)));
    }

    /// <summary>A statement without its speaker, or without the condition it is made on, is another statement.</summary>
    private static bool ChangesSense(AnalyzedText read, int first, int cut, int end)
    {
        for (var t = first; t < cut; t++)
        {
            if (AnyLanguage.SpeechVerbs.Contains(read.Word(t)))
                return false;
        }

        for (var t = cut; t < end; t++)
        {
            if (AnyLanguage.SpeechVerbs.Contains(read.Word(t)) || Conditional.Contains(read.Word(t))
                || read.Language.Attributions.Contains(read.Word(t)))
                return true;
        }

        return false;
    }

    /// <summary>Whether a verb makes a statement of it; where nothing tells verbs, small words have to be there.</summary>
    public static bool HasVerb(AnalyzedText read, int first, int cut, int end)
    {
        var small = 0;
        for (var t = first; t < cut; t++)
        {
            if (!PartOfSpeechTagger.CanTag(read))
                small += read.Language.FunctionWords.Contains(read.Word(t)) ? 1 : 0;
            else if (PartOfSpeechTagger.English.Tag(read, t, first, end) is var tag
                && (tag == PartOfSpeech.Auxiliary || (tag == PartOfSpeech.Verb && IsFinite(read, t, first))
                    || (tag == PartOfSpeech.Noun && MayBeVerb(read, t, first, end))))
                return true;
        }

        return !PartOfSpeechTagger.CanTag(read) && (small >= 2 || read.Language.FunctionWords.Count == 0);
    }

    /// <summary>"The ferry carries four hundred": the tagger takes many a verb behind a noun for another noun.</summary>
    private static bool MayBeVerb(AnalyzedText read, int token, int first, int end)
        => token > first && token + 1 < end && read.Tokens[token].Shape == TokenShape.Lower && read.Word(token).EndsWith('s')
            && PartOfSpeechTagger.English.Tag(read, token - 1, first, end) is PartOfSpeech.Noun or PartOfSpeech.ProperNoun
            && PartOfSpeechTagger.English.Tag(read, token + 1, first, end)
                is PartOfSpeech.Determiner or PartOfSpeech.Numeral or PartOfSpeech.Pronoun;

    private static bool IsFinite(AnalyzedText read, int token, int first)
        => !read.Word(token).EndsWith("ing", StringComparison.Ordinal)
            && !(token > first && read.Word(token - 1).Equals("to", StringComparison.OrdinalIgnoreCase));

    /// <summary>A cut inside a quotation or brackets would leave half of it.</summary>
    public static bool IsWholeInMarks(ReadOnlySpan<char> before)
        => before.Count('“') + before.Count('„') <= before.Count('”') + (before.Contains('„') ? before.Count('“') : 0)
            && before.Count('"') % 2 == 0 && before.Count('«') == before.Count('»') && before.Count('(') == before.Count(')')
            && before.Count(" '") + (before.StartsWith("'") ? 1 : 0)
                <= before.Count("' ") + before.Count("',") + (before.EndsWith("'") ? 1 : 0);
}
