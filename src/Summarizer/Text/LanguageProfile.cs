namespace Summarizer.Text;

/// <summary>What differs between languages in a way that code asks about.</summary>
[Flags]
internal enum LanguageTraits
{
    None = 0,

    /// <summary>Every noun has a capital, so that a capital alone makes no name.</summary>
    CapitalisesNouns = 1,

    /// <summary>"British" has a capital; "britannique" is looked for among small words.</summary>
    CapitalisesDemonyms = 2,

    /// <summary>"der 3. Oktober": a full stop behind a number may make an ordinal of it.</summary>
    DotsOrdinals = 4,

    /// <summary>The stance of its sentences is told by a trained model, and not by words that take sides.</summary>
    HasTrainedStance = 8,
}

/// <summary>A language that the engine without a model knows: its traits, and its words by what they do in a sentence.</summary>
internal sealed class LanguageProfile
{
    /// <summary>Of two languages that fit a text equally well, the first is meant.</summary>
    private static readonly string[] Codes = ["en", "de", "fr", "es", "it", "pt"];

    private readonly WordListFile? file;

    private LanguageProfile(string code, WordListFile? file)
    {
        (Code, this.file) = (code, file);
        foreach (var trait in Words("traits"))
            Traits |= Enum.Parse<LanguageTraits>(trait);
        FunctionWords = Set("function words");
        Attributions = Set("attributions", StringComparer.Ordinal);
        PlacePrepositions = Set("place prepositions", StringComparer.Ordinal);
        Masculine = Set("masculine", StringComparer.Ordinal);
        Feminine = Set("feminine", StringComparer.Ordinal);
        Persons = Set("persons", StringComparer.Ordinal);
        Sport = Set("sport");
    }

    public static IReadOnlyList<LanguageProfile> All { get; } =
        [.. Codes.Select(c => new LanguageProfile(c, WordListFile.Open($"Text/Languages/{c}.txt")))];

    /// <summary>Any other language: it has no traits and no words.</summary>
    public static LanguageProfile Unknown { get; } = new("", null);

    /// <summary>ISO 639-1; empty for the unknown language.</summary>
    public string Code { get; }

    public LanguageTraits Traits { get; }

    /// <summary>Articles, prepositions, pronouns, auxiliaries and their like: every second or third word of running text.</summary>
    public WordSet FunctionWords { get; }

    /// <summary>Single words before or behind the one who says what the sentence says: "laut", "selon".</summary>
    public WordSet Attributions { get; }

    /// <summary>Prepositions behind which a place stands.</summary>
    public WordSet PlacePrepositions { get; }

    /// <summary>Pronouns that stand for a man and for nothing else.</summary>
    public WordSet Masculine { get; }

    /// <summary>Pronouns that stand for a woman and for nothing else.</summary>
    public WordSet Feminine { get; }

    /// <summary>Pronouns that stand for people only, written small.</summary>
    public WordSet Persons { get; }

    /// <summary>Words of match reports and of the market for players.</summary>
    public WordSet Sport { get; }

    /// <param name="code">ISO 639-1; null when nobody knows it.</param>
    public static LanguageProfile For(string? code)
    {
        foreach (var language in All)
        {
            if (language.Code == code)
                return language;
        }

        return Unknown;
    }

    public bool Has(LanguageTraits trait) => (Traits & trait) != 0;

    /// <summary>The words of a section of the language's file, none where it has no such section.</summary>
    public IEnumerable<string> Words(string section) => file is not null && file.Sections.Contains(section) ? file.Words(section) : [];

    private WordSet Set(string section, StringComparer? comparer = null)
        => new(Words(section), comparer ?? StringComparer.OrdinalIgnoreCase);
}
