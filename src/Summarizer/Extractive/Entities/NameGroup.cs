namespace Summarizer.Extractive.Entities;

/// <summary>Mentions written alike; merged ones hang under another group.</summary>
/// <param name="key">What the mentions have in common, as the first one writes it.</param>
/// <param name="order">Its number among the groups, by first mention.</param>
internal sealed class NameGroup(string key, int order)
{
    public string Key { get; } = key;

    /// <summary>Without "Jr" and its like, so that the last one is the surname.</summary>
    public string[] Words { get; } = WordsOf(key);

    /// <summary>The words with one space between them.</summary>
    public string Plain => Key.Contains('\u00A0') || Key.AsSpan().Count(' ') != Words.Length - 1 ? string.Join(' ', Words) : Key;

    public int Order { get; } = order;

    /// <summary>Most names come once.</summary>
    public List<NameMention> Mentions { get; } = new(1);

    public NameGroup? MergedInto { get; private set; }

    public TargetType? Type { get; set; }

    public bool IsFirm { get; private set; }

    public bool IsTitled { get; private set; }

    public bool IsPerson => Type == TargetType.Person;

    public int First => Mentions[0].Span.Start;

    public void Add(NameMention mention)
    {
        Mentions.Add(mention);
        IsFirm |= !mention.IsTentative;
        IsTitled |= mention.IsTitled;
        if (mention.Type is { } type && (Type is null || mention.IsTitled))
            Type = type;
    }

    /// <summary>Hands all mentions over; their order is restored at the end.</summary>
    public void MergeInto(NameGroup other)
    {
        if (other == this || MergedInto is not null || other.MergedInto is not null)
            return;
        MergedInto = other;
        other.Mentions.AddRange(Mentions);
        other.IsFirm |= IsFirm;
        other.IsTitled |= IsTitled;
    }

    private static string[] WordsOf(string key)
    {
        var words = key.Split([' ', '\u00A0'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 2 && NameWords.IsGeneration(words[^1]) ? words[..^1] : words;
    }
}
