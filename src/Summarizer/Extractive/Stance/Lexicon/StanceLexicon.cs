using Summarizer.Extractive.Stances.Features;

namespace Summarizer.Extractive.Stances.Lexicon;

/// <summary>Words and phrases with the classes they belong to, read once from the files under Lexicon.</summary>
internal sealed class StanceLexicon
{
    /// <summary>Words in the longest phrase.</summary>
    public const int LongestPhrase = 5;

    private static readonly Lazy<StanceLexicon> Loaded = new(() => new StanceLexicon());
    private readonly Dictionary<ulong, LexiconClass> entries = new(1 << 15);

    private StanceLexicon()
    {
        var irregular = Lines("irregular.txt").Select(l => l.Split(' ')).ToDictionary(l => l[0], l => l[1..], StringComparer.Ordinal);
        Add("verbs.txt", w => WordForms.OfVerb(w, irregular));
        Add("deeds.txt", w => WordForms.OfVerb(w, irregular));
        Add("idioms.txt", w => WordForms.OfVerb(w, irregular));
        Add("words.txt", WordForms.OfName);
        Add("opinion.txt", WordForms.OfName);
        Add("marks.txt", w => [w]);
    }

    public static StanceLexicon Shared => Loaded.Value;

    /// <summary>Entries, inflections included.</summary>
    public int Count => entries.Count;

    /// <param name="hash"><see cref="TextHash.Of"/> of a word, or the <see cref="TextHash.Join(ulong, ulong)"/> of the words of a phrase.</param>
    public LexiconClass this[ulong hash] => entries.GetValueOrDefault(hash);

    private void Add(string file, Func<string, IEnumerable<string>> forms)
    {
        var section = LexiconClass.None;
        foreach (var line in Lines(file))
        {
            if (line[0] == '[')
            {
                section = Enum.Parse<LexiconClass>(line.AsSpan()[1..^1], ignoreCase: true);
                continue;
            }

            foreach (var entry in line.Split(' '))
            {
                var words = entry.Split('_');
                foreach (var form in words.Length > 1 && file is "words.txt" or "opinion.txt" ? [words[0]] : forms(words[0]))
                    AddPhrase(form, words.AsSpan(1), section);
            }
        }
    }

    private void AddPhrase(string first, ReadOnlySpan<string> rest, LexiconClass section)
    {
        var hash = TextHash.Of(first);
        if (!rest.IsEmpty)
            entries[hash] = entries.GetValueOrDefault(hash) | LexiconClass.OpensPhrase;
        foreach (var word in rest)
            hash = TextHash.Join(hash, TextHash.Of(word));
        entries[hash] = entries.GetValueOrDefault(hash) | section;
    }

    private static IEnumerable<string> Lines(string file)
    {
        using var stream = typeof(StanceLexicon).Assembly.GetManifestResourceStream("Stances.Lexicon." + file)
            ?? throw new InvalidOperationException($"The assembly was built without the lexicon {file}.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return line;
        }
    }
}
