using Summarizer.Text;

namespace Summarizer.Extractive.Entities;

/// <summary>Person, body, place or topic, for names whose words alone do not say.</summary>
internal static class NameTypes
{
    /// <summary>Before surnames are merged: tells the persons among the names of two words or three.</summary>
    public static void TellPersons(AnalyzedText read, List<NameGroup> groups, CancellationToken cancellationToken)
    {
        var alone = groups.FindAll(g => g.Words.Length == 1)
            .ToDictionary(g => g.Key, g => g.Mentions.Count, StringComparer.OrdinalIgnoreCase);
        foreach (var group in groups)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (group.Type is not null || group.Words.Length is < 2 or > 3 || !MayBePerson(group.Words))
                continue;
            var last = group.Words[^1];
            var bare = read.Language.Has(LanguageTraits.HasCommonWords) ? 1 : 2;
            if (group.IsTitled || alone.GetValueOrDefault(last) >= bare
                || group.Mentions.Exists(m => Speaks(read, m) || IsAged(read, m)))
                group.Type = TargetType.Person;
        }
    }

    /// <summary>After merging.</summary>
    public static TargetType Infer(AnalyzedText read, NameGroup group)
    {
        if (group.Type is { } known)
            return known;
        if (IsMostlyIn(read, group) || NameKinds.IsPlace(group.Words))
            return TargetType.Place;
        if (NameKinds.IsThing(group.Words))
            return TargetType.Topic;
        if (group.Words.Length == 1)
            return OfOneWord(read, group);
        var hasCommonWords = read.Language.Has(LanguageTraits.HasCommonWords);
        if (hasCommonWords && Array.TrueForAll(group.Words, w => NameWords.IsCommon(w) || NameWords.IsJoint(w)))
            return TargetType.Topic;
        if (!hasCommonWords || group.Words.Length is not (2 or 3) || !MayBePerson(group.Words)
            || Array.Exists(group.Words, NameWords.IsCommonWord))
            return TargetType.Organization;
        // "The Iron Claw", "the MacBook Pro": no article stands before a person.
        return group.Mentions.Count(m => FollowsArticle(read, m)) * 2 >= group.Mentions.Count ? TargetType.Topic : TargetType.Person;
    }

    private static TargetType OfOneWord(AnalyzedText read, NameGroup group)
    {
        var isAcronym = IsAcronym(group.Key);
        var followsArticle = group.Mentions.Exists(m => FollowsArticle(read, m));
        if (group.IsTitled || group.Mentions.Exists(m => IsAged(read, m))
            || (!isAcronym && !group.Key.EndsWith('s') && !followsArticle && NameKinds.IsHeOrShe(read, group)))
            return TargetType.Person;
        return isAcronym && !followsArticle && !group.Mentions.Exists(m => Speaks(read, m)) ? TargetType.Topic : TargetType.Organization;
    }

    /// <summary>DMSC, U.N., MPs.</summary>
    public static bool IsAcronym(string word)
        => word.Length is >= 2 and <= 8 && word.Count(char.IsUpper) * 2 > word.Length && word.All(c => char.IsLetter(c) || c is '.' or '-');

    private static bool MayBePerson(string[] words)
        => Array.TrueForAll(words,
            w => !w.Any(char.IsDigit) && !NameWords.IsNoPersonsJoint(w) && !(IsAcronym(w) && w.Length > 2) && !NameWords.IsBody(w))
            && !Gazetteer.TryFind(words[0], out _) && !(NameWords.IsCommon(words[0]) && NameWords.IsCommon(words[^1]));

    /// <summary>"In Northport", "à Northport": most mentions follow a preposition of place, and a body's word is not among them.</summary>
    public static bool IsMostlyIn(AnalyzedText read, NameGroup group)
    {
        var inside = group.Mentions.Count(m => IsAfterPlacePreposition(read, m.Span.Start));
        return inside * 2 > group.Mentions.Count && !Array.Exists(group.Words, NameWords.IsBodyWord) && !IsAcronym(group.Key);
    }

    private static bool IsAfterPlacePreposition(AnalyzedText read, int start)
    {
        var end = start - 1;
        if (end < 2 || read.Text[end] != ' ')
            return false;
        var from = end;
        while (from > 0 && char.IsLetter(read.Text[from - 1]))
            from--;
        return read.Language.PlacePrepositions.Contains(read.Text.AsSpan(from, end - from));
    }

    private static bool FollowsArticle(AnalyzedText read, NameMention mention)
        => mention.Span.Start >= 4 && read.Text.AsSpan(mention.Span.Start - 4, 4) is "the " or "The ";

    /// <summary>"Jane Roe, 42, left": only people have an age.</summary>
    private static bool IsAged(AnalyzedText read, NameMention mention)
    {
        var rest = read.Text.AsSpan(mention.Span.End, Math.Min(5, read.Text.Length - mention.Span.End));
        return rest.Length == 5 && rest.StartsWith(", ") && char.IsAsciiDigit(rest[2]) && char.IsAsciiDigit(rest[3])
            && rest[4] is ',' or '.';
    }

    private static bool Speaks(AnalyzedText read, NameMention mention)
    {
        var from = mention.Span.End;
        while (from < read.Text.Length && (read.Text[from] is ' ' or ','))
            from++;
        var end = from;
        while (end < read.Text.Length && char.IsLetter(read.Text[end]))
            end++;
        return end > from && AnyLanguage.SpeechVerbs.Contains(read.Text.AsSpan(from, end - from));
    }
}
