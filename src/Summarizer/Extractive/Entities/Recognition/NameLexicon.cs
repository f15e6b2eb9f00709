using Summarizer.Text;

namespace Summarizer.Extractive.Entities.Recognition;

/// <summary>What the lists say about a word of a name. The numbers are part of trained weights.</summary>
[Flags]
internal enum NameTraits
{
    None = 0,
    GivenName = 1,
    Surname = 2,
    Title = 4,
    Body = 8,
    Thing = 128,
    Calendar = 256,
    Common = 512,
    Function = 1024,
    PlaceWord = 2048,
    Particle = 4096,
}

/// <summary>Which lists speak of a word.</summary>
internal enum NameLists
{
    /// <summary>
    /// Those that count in every text. The recogniser learns with them alone: of other languages than English it sees too few
    /// sentences to weigh their lists by themselves, and what it learns of a title or a body in English holds there.
    /// </summary>
    Common,

    /// <summary>Those of other languages than English besides, in their texts.</summary>
    All,
}

/// <summary>The lists, by word, as the recogniser was trained with them.</summary>
internal static class NameLexicon
{
    private static readonly Dictionary<string, NameTraits>.AlternateLookup<ReadOnlySpan<char>> Words =
        Load().GetAlternateLookup<ReadOnlySpan<char>>();

    public static NameTraits Of(ReadOnlySpan<char> word)
    {
        if (!Words.TryGetValue(word, out var traits))
        {
            var hyphen = word.IndexOf('-');
            traits = hyphen > 1 && Words.TryGetValue(word[..hyphen], out traits) ? traits & NameTraits.GivenName : NameTraits.None;
        }

        return traits;
    }

    /// <summary>The same with what the lists of other languages than English say in a text of one.</summary>
    public static NameTraits Of(ReadOnlySpan<char> word, LanguageProfile language)
    {
        var traits = Of(word);
        if (language.Code == "en")
            return traits;
        if (NameWords.IsGivenName(word, language))
            traits |= NameTraits.GivenName;
        if (NameWords.IsTitle(word, language))
            traits |= NameTraits.Title;
        if (NameWords.IsBodyElsewhere(word))
            traits |= NameTraits.Body;
        if (NameWords.IsPlaceElsewhere(word))
            traits |= NameTraits.PlaceWord;
        return traits;
    }

    private static Dictionary<string, NameTraits> Load()
    {
        var words = new Dictionary<string, NameTraits>(StringComparer.OrdinalIgnoreCase);
        void Add(IEnumerable<string> all, NameTraits trait)
        {
            foreach (var word in all)
                words[word] = words.GetValueOrDefault(word) | trait;
        }

        Add(Open("givennames").Words("names"), NameTraits.GivenName);
        Add(Open("surnames").Words(), NameTraits.Surname);
        Add(Open("titles").Words("person"), NameTraits.Title);
        Add(Open("organisations").Words("words"), NameTraits.Body);
        Add(Open("kinds").Words("places"), NameTraits.PlaceWord);
        Add(Open("kinds").Words("things"), NameTraits.Thing);
        Add(Open("joints").Words("particles"), NameTraits.Particle);
        Add(Open("nonames").Words("calendar"), NameTraits.Calendar);
        Add(Open("commonwords").Words(), NameTraits.Common);
        foreach (var language in LanguageProfile.All)
            Add(language.Words("function words"), NameTraits.Function);
        return words;
    }

    private static WordListFile Open(string list) => WordListFile.Open($"Extractive/Entities/Lists/{list}.txt");
}
