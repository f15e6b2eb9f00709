using System.Buffers;
using System.Collections.Frozen;

namespace Summarizer.Reading.BoilerplateRemoval;

/// <summary>
/// Tells what a publisher says about itself and its services from what the author wrote. Three habits give it away: set
/// phrases that open a short paragraph ("Sign up to our …"), lines that consist of nothing else ("Advertisement"), and
/// signs of address ("you can unsubscribe", "all rights reserved") that crowd a paragraph outside the article's body.
/// One sign amid the body never suffices, so an article about newsletters or copyright keeps its paragraphs.
/// </summary>
internal static class BoilerplateRules
{
    // A set phrase opens a notice, but also now and then a real paragraph; notices are short.
    private const int LongestNotice = 280;

    // Outside the body a sign is expected every so many characters of a notice.
    private const int CharactersPerSign = 260;

    private static readonly SearchValues<char> WordEnds = SearchValues.Create(" :,.!?'©");

    private static readonly BoilerplateReason[] Reasons = Enum.GetValues<BoilerplateReason>();

    private static readonly FrozenDictionary<string, BoilerplateReason> Lines = BoilerplatePhrases.All
        .SelectMany(p => p.Lines.Select(l => (Line: l, p.Reason)))
        .DistinctBy(p => p.Line)
        .ToFrozenDictionary(p => p.Line, p => p.Reason);

    private static readonly FrozenDictionary<string, BoilerplateReason>.AlternateLookup<ReadOnlySpan<char>> LineLookup
        = Lines.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, (string Phrase, BoilerplateReason Reason)[]> Openings
        = BoilerplatePhrases.All
            .SelectMany(p => p.Openings.Select(o => (Phrase: o, p.Reason)))
            .GroupBy(p => FirstWord(p.Phrase).ToString())
            .ToFrozenDictionary(g => g.Key, g => g.ToArray());

    private static readonly FrozenDictionary<string, (string Phrase, BoilerplateReason Reason)[]>
        .AlternateLookup<ReadOnlySpan<char>> OpeningLookup = Openings.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<string>[] SignsByReason = [.. Reasons.Select(r => SearchValues.Create(
        [.. BoilerplatePhrases.All.Where(p => p.Reason == r).SelectMany(p => p.Signs)], StringComparison.Ordinal))];

    private static readonly SearchValues<string> AnySign = SearchValues.Create(
        [.. BoilerplatePhrases.All.SelectMany(p => p.Signs)], StringComparison.Ordinal);

    /// <summary>What a paragraph is wherever it stands, or null when it may be the author's.</summary>
    public static BoilerplateReason? Anywhere(Passage passage)
    {
        if (passage.Text.Length > LongestNotice)
            return null;
        Span<char> buffer = stackalloc char[LongestNotice];
        var text = Simplify(passage.Text, buffer);
        if (LineLookup.TryGetValue(text.Trim(" .:!?…»«>|→-–•*[]()\""), out var line))
            return line;
        if (OpeningLookup.TryGetValue(FirstWord(text), out var openings))
        {
            foreach (var (phrase, reason) in openings)
            {
                if (text.StartsWith(phrase, StringComparison.Ordinal) && EndsWord(text, phrase.Length))
                    return reason;
            }
        }

        return null;
    }

    /// <summary>
    /// What a short paragraph within the body is by the signs that crowd it; an article about the matter may have such,
    /// too.
    /// </summary>
    public static BoilerplateReason? ByCrowd(Passage passage)
    {
        if (passage.Text.Length > LongestNotice)
            return null;
        Span<char> buffer = stackalloc char[LongestNotice];
        return Crowded(Simplify(passage.Text, buffer), 2, 90);
    }

    /// <summary>What a paragraph before or after the article's body is, or null when nothing speaks against it.</summary>
    public static BoilerplateReason? Outside(Passage passage)
    {
        if (Anywhere(passage) is { } anywhere)
            return anywhere;
        var text = passage.Text.Length > 4_000 ? passage.Text[..4_000] : passage.Text;
        return Crowded(Simplify(text, new char[text.Length]), 1, CharactersPerSign);
    }

    /// <summary>How many signs of a reason a text carries.</summary>
    public static int Signs(string text, BoilerplateReason reason)
        => Count(Simplify(text, new char[text.Length]), SignsByReason[(int)reason]);

    /// <summary>The reason with the most signs, when there are enough of them for the length.</summary>
    private static BoilerplateReason? Crowded(ReadOnlySpan<char> text, int least, int charactersPerSign)
    {
        if (text.IndexOfAny(AnySign) < 0)
            return null;
        var best = 0;
        var total = 0;
        BoilerplateReason? found = null;
        foreach (var reason in Reasons)
        {
            var count = Count(text, SignsByReason[(int)reason]);
            total += count;
            if (count > best)
                (best, found) = (count, reason);
        }

        return total >= least && total * charactersPerSign >= text.Length ? found : null;
    }

    private static int Count(ReadOnlySpan<char> text, SearchValues<string> signs)
    {
        var count = 0;
        for (var at = text.IndexOfAny(signs); at >= 0; at = text.IndexOfAny(signs))
        {
            count++;
            text = text[(at + 3)..];
        }

        return count;
    }

    /// <summary>Lower case, with one kind of apostrophe and space.</summary>
    private static ReadOnlySpan<char> Simplify(ReadOnlySpan<char> text, Span<char> buffer)
    {
        text = text.TrimStart(" *•>»→|[(“\"–-•");
        var length = text.ToLowerInvariant(buffer);
        var simple = buffer[..length];
        simple.Replace('’', '\'');
        simple.Replace('‘', '\'');
        simple.Replace('\u00A0', ' ');
        return simple;
    }

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(WordEnds);
        return end < 0 ? text : text[..Math.Max(end, 1)];
    }

    private static bool EndsWord(ReadOnlySpan<char> text, int at)
        => at >= text.Length || !char.IsLetterOrDigit(text[at]) || !char.IsLetterOrDigit(text[at - 1]);
}
