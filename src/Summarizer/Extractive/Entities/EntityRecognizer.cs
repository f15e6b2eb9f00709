using Summarizer.Extractive.Entities.Recognition;
using Summarizer.Text;

namespace Summarizer.Extractive.Entities;

/// <summary>Collects the names that the recogniser found by what they name, with those it missed at other places.</summary>
internal sealed class EntityRecognizer
{
    private readonly AnalyzedText read;
    private readonly List<NameGroup> groups = [];
    private readonly Dictionary<string, NameGroup>.AlternateLookup<ReadOnlySpan<char>> byKey =
        new Dictionary<string, NameGroup>(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>By token whether it belongs to a name.</summary>
    private readonly bool[] isNamed;

    private EntityRecognizer(AnalyzedText read)
    {
        this.read = read;
        isNamed = new bool[read.Tokens.Count];
    }

    /// <summary>The mentions in the order of the text, those written alike together, whatever their case.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static List<NameGroup> Find(AnalyzedText read, NameTagger tagger, CancellationToken cancellationToken)
    {
        var finder = new EntityRecognizer(read);
        var afterDateline = Dateline.End(read);
        foreach (var name in tagger.Find(read, cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (name.First >= afterDateline)
                finder.Add(name);
        }

        for (var s = 0; s < read.Sentences.Count; s++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            finder.AddOthers(s, afterDateline);
        }

        return finder.groups;
    }

    private void Add(NameSpan name)
    {
        isNamed.AsSpan(name.First, name.End - name.First).Fill(true);
        if (name.End - name.First == 1 && IsPartyMark(read.Word(name.First)))
            return;
        var first = AfterTitles(name);
        var titled = first > read.TokensOf(name.Sentence).First && NameWords.IsTitle(read.Word(first - 1), read.Language) && Touches(first);
        var span = new TextSpan(read.Tokens[first].Span.Start, EndOf(name));
        var written = span.SliceOf(read.Text);
        var isKnown = Gazetteer.TryFind(written, out var known);
        Add(isKnown ? known.Key : written, new NameMention(
            span, name.Sentence, name.Probabilities, titled, isKnown && known.IsAdjective, !read.Sentences[name.Sentence].IsWhole));
    }

    /// <summary>"D-Penn.", "R-Ohio" behind a politician's name.</summary>
    private static bool IsPartyMark(ReadOnlySpan<char> word)
        => word.Length > 3 && word[0] is 'D' or 'R' or 'I' && word[1] == '-' && char.IsUpper(word[2]);

    /// <summary>"Turkish President Erdogan", "CEO Musk", "U.S. President Joe Biden": the name begins behind the title.</summary>
    private int AfterTitles(NameSpan name)
    {
        var first = name.First;
        // "La France" is France.
        if (name.End - first > 1 && read.Language.FunctionWords.Contains(read.Word(first))
            && Gazetteer.TryFind(new TextSpan(read.Tokens[first + 1].Span.Start, name.Span.End).SliceOf(read.Text), out _))
            return first + 1;
        for (var i = name.First; name.Type == TargetType.Person && i < name.End - 1; i++)
        {
            if (NameWords.IsTitle(read.Word(i), read.Language) && !NameWords.IsTitleOfName(read.Word(i)))
                first = i + 1;
            else if (!Gazetteer.TryFind(read.Word(i), out _))
                break;
        }

        return first;
    }

    /// <summary>"Siena College-conducted", "Haitian-born": the name ends before the hyphen of what is no name.</summary>
    private int EndOf(NameSpan name)
    {
        var last = read.Tokens[name.End - 1].Span;
        var hyphen = last.SliceOf(read.Text).LastIndexOf('-');
        return hyphen > 1 && char.IsLower(read.Text[last.Start + hyphen + 1]) ? last.Start + hyphen : last.End;
    }

    /// <summary>"American" and "britannique", and names that stand elsewhere in the text for certain.</summary>
    private void AddOthers(int sentence, int from)
    {
        var (first, end) = read.TokensOf(sentence);
        for (var i = Math.Max(first, from); i < end; i++)
        {
            if (isNamed[i])
                continue;
            var word = read.Word(i);
            if (!read.Tokens[i].IsCapitalised && read.Language.Has(LanguageTraits.CapitalisesDemonyms))
                continue;
            var isTentative = !read.Sentences[sentence].IsWhole;
            if (Gazetteer.TryFind(word, out var known))
            {
                if (known.IsAdjective)
                    Add(known.Key, new NameMention(read.Tokens[i].Span, sentence, default, IsAdjective: true, IsTentative: isTentative));
                continue;
            }

            if (read.Tokens[i].IsCapitalised && byKey.TryGetValue(word, out var group) && !StandsInRun(i, first, end))
                group.Add(new NameMention(read.Tokens[i].Span, sentence, group.Mentions[0].Probabilities, IsTentative: isTentative));
        }
    }

    /// <summary>Another capital stands beside it: it may be part of another name.</summary>
    private bool StandsInRun(int token, int first, int end)
        => (token > first && read.Tokens[token - 1].IsCapitalised && Touches(token))
            || (token + 1 < end && read.Tokens[token + 1].IsCapitalised && Touches(token + 1));

    private void Add(ReadOnlySpan<char> key, NameMention mention)
    {
        if (!byKey.TryGetValue(key, out var group))
        {
            var name = key.ToString();
            byKey.Dictionary.Add(name, group = new NameGroup(name, groups.Count));
            groups.Add(group);
        }

        group.Add(mention);
    }

    /// <summary>Only a space, or the full stop of an abbreviation and a space, stands between this token and the one before.</summary>
    private bool Touches(int token)
    {
        var (before, after) = (read.Tokens[token - 1].Span, read.Tokens[token].Span);
        return read.Text.AsSpan(before.End, after.Start - before.End) is " " or "\u00A0" or ". ";
    }
}
