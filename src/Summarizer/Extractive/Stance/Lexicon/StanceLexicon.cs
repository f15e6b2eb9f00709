using Summarizer.Text;

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
        var irregular = Open("irregular").Lines().Select(l => l.Split(' ')).ToDictionary(l => l[0], l => l[1..], StringComparer.Ordinal);
        IEnumerable<string> VerbForms(string first, bool opensPhrase) => WordForms.OfVerb(first, irregular);
        static IEnumerable<string> NameForms(string first, bool opensPhrase) => opensPhrase ? [first] : WordForms.OfName(first);
        Add("verbs", VerbForms);
        Add("deeds", VerbForms);
        Add("idioms", VerbForms);
        Add("words", NameForms);
        Add("opinion", NameForms);
        Add("marks", (first, _) => [first]);
    }

    public static StanceLexicon Shared => Loaded.Value;

    /// <summary>Entries, inflections included.</summary>
    public int Count => entries.Count;

    /// <param name="hash"><see cref="TextHash.Compute"/> of a word, or the <see cref="TextHash.Join(ulong, ulong)"/> of the
    /// words of a phrase.</param>
    public LexiconClass this[ulong hash] => entries.GetValueOrDefault(hash);

    /// <param name="list">Sections named after classes; the words of a phrase are joined by underscores.</param>
    /// <param name="formsOf">The inflections of a word, or of the first word of a phrase.</param>
    private void Add(string list, Func<string, bool, IEnumerable<string>> formsOf)
    {
        var file = Open(list);
        foreach (var section in file.Sections)
        {
            var kind = Enum.Parse<LexiconClass>(section, ignoreCase: true);
            foreach (var words in file.Words(section).Select(e => e.Split('_')))
            {
                foreach (var form in formsOf(words[0], words.Length > 1))
                    AddPhrase(form, words.AsSpan(1), kind);
            }
        }
    }

    private void AddPhrase(string first, ReadOnlySpan<string> rest, LexiconClass section)
    {
        var hash = TextHash.Compute(first);
        if (!rest.IsEmpty)
            entries[hash] = entries.GetValueOrDefault(hash) | LexiconClass.OpensPhrase;
        foreach (var word in rest)
            hash = TextHash.Join(hash, TextHash.Compute(word));
        entries[hash] = entries.GetValueOrDefault(hash) | section;
    }

    private static WordListFile Open(string list) => WordListFile.Open($"Extractive/Stance/Lexicon/{list}.txt");
}
