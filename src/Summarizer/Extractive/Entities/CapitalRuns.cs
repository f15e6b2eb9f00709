using Summarizer.Text;

namespace Summarizer.Extractive.Entities;

/// <summary>Where words with capitals stand side by side, with the small words between them that names have inside.</summary>
internal sealed class CapitalRuns(AnalyzedText read)
{
    /// <summary>
    /// Most words of a run of capitals that is looked at as one: a line in capitals has some forty, a list of names without a
    /// comma has no end, and each word in it is compared with those before it.
    /// </summary>
    private const int Longest = 64;

    /// <summary>"WASHINGTON (Reuters) - ", "Berlin (dpa) – ": where a report was written is not what it is about.</summary>
    public int AfterDateline(int first, int end)
    {
        for (var i = first + 1; i < Math.Min(end, first + 7); i++)
        {
            var gap = read.Text.AsSpan(read.Tokens[i - 1].Span.End, read.Tokens[i].Span.Start - read.Tokens[i - 1].Span.End);
            if (gap.IndexOfAny("-–—") >= 0 && gap.Contains(' '))
                return read.Tokens[first].Shape == TokenShape.Upper || gap.Contains(')') ? i : first;
        }

        return first;
    }

    public bool IsCapitalised(int token)
    {
        if (read.Tokens[token].IsCapitalised)
            return true;
        var word = read.Word(token);
        return word.Length > 4 && word[2] == '-' && char.IsUpper(word[3]) && word[..2] is "al" or "el";
    }

    /// <summary>The token behind the run that begins at <paramref name="start"/>.</summary>
    public int EndOf(int start, int end)
    {
        end = Math.Min(end, start + Longest);
        var i = start + 1;
        while (i < end && Touches(i))
        {
            if (IsCapitalised(i))
            {
                i++;
                continue;
            }

            var next = i + 1;
            while (next < end && Touches(next) && NameWords.IsJoint(read.Word(next)) && next - i < 2)
                next++;
            if (!NameWords.IsJoint(read.Word(i)) || next >= end || !Touches(next) || !IsCapitalised(next) || !MayJoin(start, i))
                break;
            i = next + 1;
        }

        return i;
    }

    private bool MayJoin(int start, int joint)
    {
        var word = read.Word(joint);
        if (read.Language.Has(LanguageTraits.CapitalisesNouns) && !read.Language.Joints.Contains(word))
            return false;
        if (!NameWords.JoinsBodiesOnly(word))
            return !NameWords.IsTitle(read.Word(joint - 1)) && !read.Language.NoJoints.Contains(word);
        if (read.Language.Has(LanguageTraits.JoinsNames) && !NameWords.IsEnglishJoint(word))
            return !NameWords.IsGivenName(read.Word(start)) && !NameWords.IsTitle(read.Word(joint - 1))
                && !Gazetteer.TryFind(read.Word(joint - 1), out _);
        var withNext = read.Tokens[start].Span with { End = read.Tokens[Math.Min(joint + 1, read.Tokens.Count - 1)].Span.End };
        return NameWords.IsBody(read.Word(joint - 1)) || (joint - start == 1 && NameWords.IsBody(read.Word(start)))
            || Gazetteer.TryFind(withNext.SliceOf(read.Text), out _)
            || (read.Word(joint - 1) is "Secretary" && word is "of");
    }

    /// <summary>Only a space, or the full stop of an initial and a space, stands between this token and the one before.</summary>
    private bool Touches(int token)
    {
        var (before, after) = (read.Tokens[token - 1].Span, read.Tokens[token].Span);
        var gap = read.Text.AsSpan(before.End, after.Start - before.End);
        return gap is " " or "\u00A0"
            || (gap is ". "
                && (before.Length == 1 || NameWords.IsAbbreviated(before.SliceOf(read.Text))
                    || NameWords.IsTitle(before.SliceOf(read.Text))));
    }
}
