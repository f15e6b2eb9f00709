using Summarizer.Text;

namespace Summarizer.Extractive.Stances.Words;

/// <summary>A language's words and phrases that take sides, in all their forms, with those that turn or weigh them.</summary>
internal sealed class StanceWords
{
    /// <summary>Words in the longest phrase.</summary>
    private const int LongestPhrase = 6;

    /// <summary>Characters that a noun at the end of a compound has at least: "Steuerskandal", but no "Sieg" in "Versiegelung".</summary>
    private const int LeastHead = 5;

    /// <summary>Characters of a compound that is still taken apart.</summary>
    private const int LongestCompound = 40;

    /// <summary>Sections that say how forms are made and are no words themselves.</summary>
    private static readonly string[] Rules = ["not", "irregular", "verb endings", "spelling", "vowels", "name endings", "contractions"];

    private static readonly Dictionary<string, Lazy<StanceWords>> ByLanguage = new[] { "de", "fr", "es", "it", "pt" }
        .ToDictionary(code => code, code => new Lazy<StanceWords>(() => new StanceWords(code)), StringComparer.Ordinal);

    private readonly Dictionary<ulong, WordEntry> entries = new(1 << 16);

    /// <summary>By a preposition, what it and an article make of each other.</summary>
    private readonly Dictionary<string, string[]> contractions;

    private readonly LanguageProfile language;
    private readonly WordSet speech;

    private StanceWords(string code)
    {
        language = LanguageProfile.For(code);
        speech = new WordSet(language.Words("speech verbs"), StringComparer.OrdinalIgnoreCase);
        var file = WordListFile.Open($"Extractive/Stance/Words/{code}.txt");
        IInflection inflection = code == "de" ? new GermanInflection(file) : new RomanceInflection(file);
        var not = file.Set("not");
        contractions = file.Lines("contractions").Select(l => l.Split(" = "))
            .ToDictionary(l => l[0], l => l[1].Split(' '), StringComparer.Ordinal);
        foreach (var section in file.Sections.Except(Rules))
        {
            if (Enum.TryParse<WordClass>(section, ignoreCase: true, out var kind))
                Add(file.Words(section), kind, inflection, not);
            else
                Add(file.Words(section), Enum.Parse<WordTraits>(section, ignoreCase: true));
        }
    }

    /// <summary>Entries, inflections included.</summary>
    public int Count => entries.Count;

    /// <param name="code">ISO 639-1.</param>
    /// <returns>Null for a language without such words.</returns>
    public static StanceWords? For(string code) => ByLanguage.GetValueOrDefault(code)?.Value;

    /// <summary>What a single word says; nothing for a word that is not listed.</summary>
    public WordEntry this[ReadOnlySpan<char> word] => entries.GetValueOrDefault(TextHash.Compute(word));

    /// <summary>Whether a form of a verb says that somebody speaks.</summary>
    public bool IsSpeech(ReadOnlySpan<char> word) => speech.Contains(word);

    /// <summary>The longest entry that starts at a token.</summary>
    /// <param name="text">What the tokens are of.</param>
    /// <param name="tokens">The sentence's.</param>
    /// <param name="at">Where to look.</param>
    /// <param name="end">No phrase goes on to this token.</param>
    /// <returns>The entry and its number of tokens, at least one.</returns>
    public (WordEntry Entry, int Length) Find(string text, List<Token> tokens, int at, int end)
    {
        var word = tokens[at].Span.SliceOf(text);
        var hash = TextHash.Compute(word);
        var first = entries.GetValueOrDefault(hash);
        var (best, length) = (first, 1);
        for (var i = at + 1; first.Is(WordTraits.OpensPhrase) && i < Math.Min(end, at + LongestPhrase); i++)
        {
            hash = TextHash.Join(hash, TextHash.Compute(tokens[i].Span.SliceOf(text)));
            if (!entries.TryGetValue(hash, out var longer))
                break;
            if (longer.Class != WordClass.None || (longer.Traits & ~WordTraits.OpensPhrase) != 0)
                (best, length) = (longer, i + 1 - at);
            if (!longer.Is(WordTraits.OpensPhrase))
                break;
        }

        if (best is { Class: WordClass.None, Traits: WordTraits.None } && tokens[at].Shape == TokenShape.Title)
            best = OfHead(word);
        return (best, length);
    }

    /// <summary>What a verb and its separable prefix say together; none when the word behind is not its prefix.</summary>
    public WordClass OfSeparated(ReadOnlySpan<char> verb, ReadOnlySpan<char> prefix)
        => entries.GetValueOrDefault(KeyOf(verb, prefix)).Class;

    /// <summary>Another key than that of the phrase of both.</summary>
    private static ulong KeyOf(ReadOnlySpan<char> verb, ReadOnlySpan<char> prefix)
        => TextHash.Join(TextHash.Compute(prefix), TextHash.Compute(verb), 1);

    /// <summary>A compound is what its last part is.</summary>
    private WordEntry OfHead(ReadOnlySpan<char> compound)
    {
        for (var i = 3; i <= compound.Length - LeastHead && compound.Length <= LongestCompound; i++)
        {
            if (entries.TryGetValue(TextHash.Compute(compound[i..]), out var head) && head.Is(WordTraits.Noun))
                return head;
        }

        return default;
    }

    private void Add(IEnumerable<string> words, WordClass kind, IInflection inflection, WordSet not)
    {
        var isVerb = new WordEntry(kind, WordTraits.None).IsVerb;
        foreach (var word in words)
        {
            var parts = Parts(word);
            var forms = isVerb ? inflection.OfVerb(parts[0])
                : parts.Length == 1 ? inflection.OfName(word)
                : [new WordForm(parts[0])];
            var isNoun = !isVerb && parts.Length == 1 && char.IsUpper(word[0]);
            foreach (var form in forms)
            {
                if (parts.Length == 1 && form.Particle is null && (not.Contains(form.Text) || language.FunctionWords.Contains(form.Text)))
                    continue;
                var traits = (form.IsParticiple ? WordTraits.Participle : 0) | (isNoun ? WordTraits.Noun : 0);
                if (form.Particle is { } particle)
                {
                    Put(TextHash.Compute(form.Text), new WordEntry(WordClass.None, WordTraits.Separable));
                    Put(KeyOf(form.Text, particle), new WordEntry(kind, traits));
                }
                else
                {
                    Put(form.Text, parts, new WordEntry(kind, traits));
                }
            }
        }
    }

    private void Add(IEnumerable<string> words, WordTraits trait)
    {
        foreach (var parts in words.Select(Parts))
            Put(parts[0], parts, new WordEntry(WordClass.None, trait));
    }

    /// <summary>An elided word is a token of its own.</summary>
    private static string[] Parts(string phrase) => phrase.Split(['_', '\''], StringSplitOptions.RemoveEmptyEntries);

    private void Put(string first, string[] parts, WordEntry entry)
    {
        var hash = TextHash.Compute(first);
        foreach (var next in parts.AsSpan(1, Math.Max(0, parts.Length - 2)))
            hash = Go(hash, next);
        if (parts.Length == 1)
        {
            Put(hash, entry);
            return;
        }

        foreach (var last in contractions.GetValueOrDefault(parts[^1]) ?? [parts[^1]])
            Put(Go(hash, last), entry);
    }

    private ulong Go(ulong phrase, string next)
    {
        Put(phrase, new WordEntry(WordClass.None, WordTraits.OpensPhrase));
        return TextHash.Join(phrase, TextHash.Compute(next));
    }

    /// <summary>A word in two classes is of the one that is listed first.</summary>
    private void Put(ulong hash, WordEntry entry)
    {
        var known = entries.GetValueOrDefault(hash);
        entries[hash] = new WordEntry(known.Class == WordClass.None ? entry.Class : known.Class, known.Traits | entry.Traits);
    }
}
