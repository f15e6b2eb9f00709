namespace Summarizer.Extractive.Entities;

/// <summary>Mentions written alike; merged ones hang under another group.</summary>
/// <param name="key">What the mentions have in common, as the first one writes it.</param>
/// <param name="order">Its number among the groups, by first mention.</param>
internal sealed class NameGroup(string key, int order)
{
    /// <summary>What a title before a name adds to its being a person's, in mentions.</summary>
    private const float TitleWeight = 2;

    private float person;
    private float organization;
    private float place;

    public string Key { get; } = key;

    /// <summary>Without "Jr" and its like, so that the last one is the surname.</summary>
    public string[] Words { get; } = WordsOf(key);

    /// <summary>The words with one space between them.</summary>
    public string Plain => Key.Contains('\u00A0') || Key.AsSpan().Count(' ') != Words.Length - 1 ? string.Join(' ', Words) : Key;

    public int Order { get; } = order;

    /// <summary>Most names come once.</summary>
    public List<NameMention> Mentions { get; } = new(1);

    public NameGroup? MergedInto { get; private set; }

    /// <summary>What most of its mentions are most probably.</summary>
    public TargetType Type => person >= organization && person >= place ? TargetType.Person
        : organization >= place ? TargetType.Organization : TargetType.Place;

    /// <summary>Each type's share among the types, 0 to 1.</summary>
    public (float Person, float Organization, float Place) Types
    {
        get
        {
            var all = Math.Max(1e-6f, person + organization + place);
            return (person / all, organization / all, place / all);
        }
    }

    public bool IsTitled { get; private set; }

    public bool IsPerson => Type == TargetType.Person;

    /// <summary>Mentions in running text.</summary>
    public int Firm { get; private set; }

    /// <summary>Sum over the mentions of the probability that they are names.</summary>
    public float Certain { get; private set; }

    /// <summary>The greatest probability of a mention.</summary>
    public float Best { get; private set; }

    public int First => Mentions[0].Span.Start;

    public void Add(NameMention mention)
    {
        Mentions.Add(mention);
        Firm += mention.IsTentative ? 0 : 1;
        IsTitled |= mention.IsTitled;
        Certain += mention.Probabilities.Any;
        Best = Math.Max(Best, mention.Probabilities.Any);
        person += mention.Probabilities.Person + (mention.IsTitled ? TitleWeight : 0);
        organization += mention.Probabilities.Organization;
        place += mention.Probabilities.Place;
    }

    /// <summary>Hands all mentions over; their order is restored at the end.</summary>
    public void MergeInto(NameGroup other)
    {
        if (other == this || MergedInto is not null || other.MergedInto is not null)
            return;
        MergedInto = other;
        other.Mentions.AddRange(Mentions);
        other.Firm += Firm;
        other.Certain += Certain;
        other.Best = Math.Max(other.Best, Best);
        other.IsTitled |= IsTitled;
        (other.person, other.organization, other.place) =
            (other.person + person, other.organization + organization, other.place + place);
    }

    private static string[] WordsOf(string key)
    {
        var words = key.Split([' ', '\u00A0'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 2 && NameWords.IsGeneration(words[^1]) ? words[..^1] : words;
    }
}
