using Summarizer.Text;

namespace Summarizer.Extractive.Entities.Linking;

/// <summary>What the linker knows of single English words.</summary>
internal static class LinkLexicon
{
    private static readonly Dictionary<string, LinkWord> Entries = new(StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, LinkWord>.AlternateLookup<ReadOnlySpan<char>> Words;

    private static readonly Dictionary<string, Gender> Names = new(StringComparer.Ordinal);

    private static readonly Dictionary<string, Gender>.AlternateLookup<ReadOnlySpan<char>> GivenNames;

    private static readonly HashSet<string> Countries =
        [.. Open("countries").Lines().SelectMany(l => l.Split('|')[0].Split(';', StringSplitOptions.TrimEntries))];

    static LinkLexicon()
    {
        var pronouns = 0;
        foreach (var line in Open("pronouns").Lines().Select(l => l.Split(' ')))
            Set(line[0], w => w with { Pronoun = Pronoun(++pronouns, line) });
        Pronouns = pronouns;
        var nouns = Open("headnouns");
        foreach (var section in nouns.Sections)
        {
            foreach (var noun in nouns.Words(section))
                Set(noun, w => w with { Noun = ++Nouns, Kind = KindOf(section) });
        }

        var genders = Open("genders");
        foreach (var (section, gender) in new[] { ("masculine", Gender.Masculine), ("feminine", Gender.Feminine) })
        {
            foreach (var title in genders.Words(section + " titles"))
                Set(title, w => w with { Title = gender });
            foreach (var name in genders.Words(section))
                Names.Add(name, gender);
        }

        Add(Determiner.Article, "the");
        Add(Determiner.Near, "this these");
        Add(Determiner.Far, "that those");
        Add(Determiner.OfSpeakers, "my our your");
        Add(Determiner.OfOthers, "his her its their");
        Add(WordRole.Of, "of");
        Add(WordRole.Preposition, "in on at to for by with from against about as into over under between behind near like than without");
        Add(WordRole.Joint, "and or");
        Add(WordRole.Relative, "who whose whom which that where");
        Add(WordRole.Auxiliary, "have has had will would can could may might must should does did be been");
        Add(WordRole.Copula, "is was are were became becomes remains remained");
        Add(WordRole.Indefinite, "a an");
        foreach (var verb in LanguageProfile.For("en").Words("speech verbs"))
            Set(verb, w => w with { Speaks = true });
        Words = Entries.GetAlternateLookup<ReadOnlySpan<char>>();
        GivenNames = Names.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>How many pronouns are listed; they count from 1.</summary>
    public static int Pronouns { get; }

    /// <summary>How many nouns are listed; they count from 1.</summary>
    public static int Nouns { get; private set; }

    public static LinkWord Find(ReadOnlySpan<char> word)
    {
        if (Words.TryGetValue(word, out var known))
            return known;
        var apostrophe = word.IndexOf('’');
        if (apostrophe <= 0 || word.Length > 8)
            return default;
        Span<char> plain = stackalloc char[word.Length];
        word.CopyTo(plain);
        plain[apostrophe] = '\'';
        return Words.TryGetValue(plain, out known) ? known : default;
    }

    /// <param name="name">As it is written.</param>
    public static bool IsCountry(string name) => Countries.Contains(name);

    /// <summary>Of a given name, as it is written.</summary>
    public static Gender GenderOf(ReadOnlySpan<char> name) => GivenNames.TryGetValue(name, out var gender) ? gender : Gender.Unknown;

    private static ListedPronoun Pronoun(int number, string[] line) => new(
        number,
        Enum.Parse<AnaphorClass>(line[1]),
        Enum.Parse<AnaphorForm>(line[2]),
        line.Length > 3 ? Enum.Parse<Gender>(line[3]) : Gender.Unknown);

    private static NounKind KindOf(string section) => section switch
    {
        "person" => NounKind.Person,
        "man" => NounKind.Man,
        "woman" => NounKind.Woman,
        "organization" => NounKind.Organization,
        "country" => NounKind.Country,
        "city" => NounKind.City,
        "place" => NounKind.Place,
        "thing" => NounKind.Thing,
        _ => throw new InvalidDataException($"headnouns.txt has the section [{section}]."),
    };

    private static void Add(Determiner determiner, string words)
    {
        foreach (var word in words.Split(' '))
            Set(word, w => w with { Determiner = determiner });
    }

    private static void Add(WordRole role, string words)
    {
        foreach (var word in words.Split(' '))
            Set(word, w => w with { Role = role });
    }

    private static void Set(string word, Func<LinkWord, LinkWord> change) => Entries[word] = change(Entries.GetValueOrDefault(word));

    private static WordListFile Open(string list) => WordListFile.Open($"Extractive/Entities/Lists/{list}.txt");
}

/// <param name="Pronoun">Its number is 0 for what is no pronoun.</param>
/// <param name="Noun">Its number in the list of nouns; 0 for what is none of them.</param>
/// <param name="Kind">What the noun stands for.</param>
/// <param name="Determiner">Whether a description may begin with it.</param>
/// <param name="Role">What it does before or behind a name.</param>
/// <param name="Title">The gender of whom it is a title of.</param>
/// <param name="Speaks">A verb of speech.</param>
internal readonly record struct LinkWord(
    ListedPronoun Pronoun, int Noun, NounKind Kind, Determiner Determiner, WordRole Role, Gender Title, bool Speaks);

internal readonly record struct ListedPronoun(int Number, AnaphorClass Class, AnaphorForm Form, Gender Gender);

internal enum NounKind : byte
{
    None,
    Person,
    Man,
    Woman,
    Organization,
    Country,
    City,
    Place,
    Thing,
}

internal enum WordRole : byte
{
    None,
    Of,
    Preposition,
    Joint,
    Relative,
    Auxiliary,
    Copula,
    Indefinite,
}
