using Summarizer.Extractive.Entities.Linking;
using Summarizer.Extractive.Syntax;
using Summarizer.Text;

namespace Summarizer.Extractive.Entities;

/// <summary>
/// What an English article argues about when it is no name: the noun phrases of its title and lead that the text keeps
/// coming back to, such as "drug testing" or "the ban". Other languages have no tagger to tell their nouns.
/// </summary>
internal sealed class TitleTopics
{
    /// <summary>Words of a noun phrase at most.</summary>
    private const int Longest = 3;

    /// <summary>Sentences from the first whose noun phrases are looked at beside the title's.</summary>
    private const int LeadSentences = 2;

    /// <summary>Times that a phrase must stand in the text when it is of the title; a phrase of the lead alone one half more.</summary>
    private const int FewestTimes = 4;

    /// <summary>Times as often that a phrase must come when only the lead has it.</summary>
    private const double OfLead = 1.5;

    /// <summary>Words of a sentence or title that are looked at: each may cost a way through its places in the text.</summary>
    private const int MostWords = 60;

    /// <summary>Most topics of one article.</summary>
    private const int Most = 2;

    /// <summary>Occurrences of a word of which the word class is asked.</summary>
    private const int Asked = 3;

    /// <summary>Nouns that every article has, and that it argues over in none.</summary>
    private static readonly WordSet Generic = WordListFile.Open("Extractive/Entities/Lists/genericnouns.txt").Set();

    private readonly AnalyzedText read;
    private readonly List<int>[] placesOf;
    private readonly bool[] isNamed;
    private readonly bool?[] isNoun;
    private readonly bool?[] isModifier;

    private TitleTopics(AnalyzedText read, IEnumerable<Target> targets, CancellationToken cancellationToken)
    {
        this.read = read;
        placesOf = new List<int>[read.Words.Count];
        (isNoun, isModifier) = (new bool?[read.Words.Count], new bool?[read.Words.Count]);
        isNamed = new bool[read.Tokens.Count];
        var pace = new CancellationPace(cancellationToken);
        foreach (var target in targets)
        {
            foreach (var span in target.Mentions.Select(m => m.Span).Concat(target.Linked.Select(l => l.Span)))
            {
                pace.Step();
                for (var t = read.TokenAt(span.Start); t < isNamed.Length && read.Tokens[t].Start < span.End; t++)
                    isNamed[t] = true;
            }
        }

        for (var t = 0; t < read.Tokens.Count; t++)
        {
            pace.Step();
            if (!isNamed[t])
                (placesOf[read.Words[t]] ??= []).Add(t);
        }
    }

    /// <summary>The topics, the one most returned to first, each with its mentions in the order of the text.</summary>
    /// <param name="read">An English article.</param>
    /// <param name="title">Its title; may be null.</param>
    /// <param name="targets">What stands for somebody is no topic.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static IEnumerable<List<TargetMention>> Find(
        AnalyzedText read, string? title, IEnumerable<Target> targets, CancellationToken cancellationToken)
    {
        if (!PartOfSpeechTagger.CanTag(read) || read.Sentences.Count <= LeadSentences)
            return [];
        var topics = new TitleTopics(read, targets, cancellationToken);
        var found = new Dictionary<string, (bool IsPhrase, double Weight, List<TargetMention> Mentions)>(StringComparer.OrdinalIgnoreCase);
        topics.AddFrom(title is null ? [] : topics.WordsOf(title), 1, found, cancellationToken);
        for (var s = 0; s < LeadSentences; s++)
        {
            var (first, end) = read.TokensOf(s);
            var words = Enumerable.Range(first, Math.Min(MostWords, end - first)).Select(t => topics.isNamed[t] ? -1 : read.Words[t]);
            topics.AddFrom([.. words], OfLead, found, cancellationToken);
        }

        var chosen = new List<List<TargetMention>>();
        foreach (var (_, _, mentions) in found.Values.OrderByDescending(f => f.IsPhrase).ThenByDescending(f => f.Weight)
            .ThenBy(f => f.Mentions[0].Span.Start))
        {
            if (chosen.Count < Most && !chosen.Exists(c => topics.Overlap(c, mentions)))
                chosen.Add(mentions);
        }

        return chosen;
    }

    /// <summary>The title's words by their numbers in the text; -1 for those that the text does not have.</summary>
    private int[] WordsOf(string title)
        => [.. WordTokenizer.Tokenize(title, CancellationToken.None).Take(MostWords).Select(t => read.Words.Find(t.Span.SliceOf(title)))];

    /// <summary>Of every noun, the longest phrase that ends with it and comes often enough.</summary>
    private void AddFrom(
        int[] words, double strictness, Dictionary<string, (bool IsPhrase, double Weight, List<TargetMention> Mentions)> found,
        CancellationToken cancellationToken)
    {
        for (var head = 0; head < words.Length; head++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (words[head] < 0 || (placesOf[words[head]]?.Count ?? 0) < FewestTimes * strictness || !IsNoun(words[head]))
                continue;
            for (var first = FirstOf(words, head); first <= head; first++)
            {
                var mentions = Occurrences(words.AsSpan(first, head - first + 1));
                if (mentions.Count < FewestTimes * strictness
                    || (first == head && (strictness > 1 || IsEverywhere(words[head], mentions.Count))))
                    continue;
                var name = mentions[0].Span.In(read.Text);
                found.TryAdd(name, (first < head, mentions.Count / strictness, mentions));
                break;
            }
        }
    }

    /// <summary>A noun that any article may come back to, or that stands for somebody.</summary>
    private bool IsEverywhere(int word, int times)
        => times <= FewestTimes || Generic.Contains(WordOf(word)) || LinkLexicon.Find(WordOf(word)).Noun > 0;

    private int FirstOf(int[] words, int head)
    {
        var first = head;
        while (first > 0 && head - first + 1 < Longest && words[first - 1] >= 0 && IsModifier(words[first - 1]))
            first--;
        return first;
    }

    private ReadOnlySpan<char> WordOf(int word) => read.Word(placesOf[word][0]);

    private List<TargetMention> Occurrences(ReadOnlySpan<int> phrase)
    {
        var mentions = new List<TargetMention>();
        foreach (var start in placesOf[phrase[0]])
        {
            var end = start + phrase.Length;
            if (end > read.Tokens.Count || read.SentenceAt(read.Tokens[start].Start) is not { } sentence
                || read.Tokens[end - 1].Span.End > read.Sentences[sentence].Span.End)
                continue;
            var isPhrase = true;
            for (var i = 1; i < phrase.Length && isPhrase; i++)
                isPhrase = read.Words[start + i] == phrase[i] && !isNamed[start + i] && IsSpace(start + i);
            if (isPhrase)
                mentions.Add(new TargetMention(new TextSpan(read.Tokens[start].Start, read.Tokens[end - 1].Span.End), sentence, false));
        }

        return mentions;
    }

    private bool IsSpace(int token) => read.Tokens[token].Start - read.Tokens[token - 1].Span.End == 1;

    private bool IsNoun(int word) => isNoun[word] ??= Is(word, p => p == PartOfSpeech.Noun);

    private bool IsModifier(int word) => isModifier[word] ??= Is(word, p => p is PartOfSpeech.Noun or PartOfSpeech.Adjective);

    /// <summary>Most of its first occurrences in small letters are so.</summary>
    private bool Is(int word, Func<PartOfSpeech, bool> isSo)
    {
        var (right, all) = (0, 0);
        for (var p = 0; p < (placesOf[word]?.Count ?? 0) && all < Asked; p++)
        {
            var token = placesOf[word][p];
            if (read.Tokens[token].Shape != TokenShape.Lower || read.SentenceAt(read.Tokens[token].Start) is not { } sentence)
                continue;
            var (first, end) = read.TokensOf(sentence);
            all++;
            right += isSo(PartOfSpeechTagger.English.Tag(read, token, first, end)) ? 1 : 0;
        }

        return all > 0 && right * 2 > all;
    }

    /// <summary>One is a part of the other.</summary>
    private bool Overlap(List<TargetMention> a, List<TargetMention> b)
    {
        var (one, other) = (a[0].Span.In(read.Text), b[0].Span.In(read.Text));
        return one.Contains(other, StringComparison.OrdinalIgnoreCase) || other.Contains(one, StringComparison.OrdinalIgnoreCase);
    }
}
