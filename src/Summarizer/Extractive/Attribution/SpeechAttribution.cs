using System.Buffers;
using Summarizer.Extractive.Entities;
using Summarizer.Text;

namespace Summarizer.Extractive.Attribution;

/// <summary>Tells for every place of the text whether the author speaks there or somebody quoted.</summary>
internal sealed class SpeechAttribution
{
    /// <summary>Words between a speaker and the verb: "Roe, the head of the board, said".</summary>
    private const int Reach = 12;

    /// <summary>A quotation of fewer words without a verb of speech marks a term, not a statement.</summary>
    private const int FewestWords = 4;

    private const int NoTarget = -1;

    private static readonly SearchValues<char> ClauseMarks = SearchValues.Create(".;:“\"„«");

    private readonly AnalyzedText read;
    private readonly IReadOnlyList<Target> targets;
    /// <summary>By token the target that begins there, or <see cref="NoTarget"/>.</summary>
    private readonly int[] targetAt;

    private readonly Speech?[] speeches;
    private readonly int?[] lastSpeaker;

    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public SpeechAttribution(AnalyzedText read, IReadOnlyList<Target> targets, CancellationToken cancellationToken)
    {
        (this.read, this.targets) = (read, targets);
        targetAt = new int[read.Tokens.Count];
        Array.Fill(targetAt, NoTarget);
        for (var t = 0; t < targets.Count; t++)
        {
            if (!targets[t].CanSpeak)
                continue;
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var mention in targets[t].Mentions)
                SetTarget(mention.Span.Start, t);
        }

        speeches = new Speech?[read.Sentences.Count];
        lastSpeaker = new int?[read.Sentences.Count];
        int? last = null;
        for (var s = 0; s < speeches.Length; s++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            speeches[s] = Find(s, last);
            lastSpeaker[s] = last = speeches[s]?.Speaker ?? (IsNewBlockWithoutQuote(s) ? null : last);
        }
    }

    /// <summary>The first target that begins with a token; what begins inside of one, such as "Roe" in "pro-Roe", does not speak.</summary>
    private void SetTarget(int position, int target)
    {
        var token = read.TokenAt(position);
        if (token < targetAt.Length && read.Tokens[token].Start == position && targetAt[token] == NoTarget)
            targetAt[token] = target;
    }

    public Attribution At(int position, int sentence)
    {
        var speech = speeches[sentence];
        if (speech is { } said && said.Subject.Length > 0 && position >= said.Subject.Start && position < said.Subject.End)
            return Attribution.Author;
        if (QuotationFinder.Around(read.Quotations, position) is { } quotation && IsStatement(quotation, speech))
            return From(speech is { } its ? its.Speaker : lastSpeaker[sentence]);
        if (speech is not { } reported)
            return Attribution.Author;
        var verb = read.Tokens[reported.Verb].Span.Start;
        return reported.IsClosing == position < verb ? From(reported.Speaker) : Attribution.Author;
    }

    private static Attribution From(int? speaker) => speaker is null ? new(SpeakerKind.Unnamed) : new(SpeakerKind.Named, speaker);

    private bool IsNewBlockWithoutQuote(int sentence)
        => sentence > 0 && read.Sentences[sentence].Block != read.Sentences[sentence - 1].Block
            && QuotationFinder.Around(read.Quotations, read.Sentences[sentence].Span.Start) is null;

    private bool IsStatement(TextSpan quotation, Speech? speech)
    {
        var words = 1;
        for (var i = quotation.Start; i < quotation.End && words < FewestWords; i++)
            words += read.Text[i] == ' ' ? 1 : 0;
        return words >= FewestWords || (speech is not null && words > 1);
    }

    private Speech? Find(int sentence, int? last)
    {
        var (first, end) = read.TokensOf(sentence);
        for (var i = first; i < end; i++)
        {
            if (QuotationFinder.Around(read.Quotations, read.Tokens[i].Span.Start) is not null)
                continue;
            if (Preposition(i, end) is var words and > 0)
                return According(i, i + words, first, end);
            if (read.Tokens[i].Shape == TokenShape.Lower && AnyLanguage.SpeechVerbs.Contains(read.Word(i))
                && Subject(i, first, end, last) is { } speech)
                return speech;
        }

        return null;
    }

    /// <summary>According to, laut, selon, según, secondo, segundo: words of it, or 0.</summary>
    private int Preposition(int token, int end)
    {
        var word = read.Word(token);
        if (word is "According" or "according")
            return token + 1 < end && read.Word(token + 1) is "to" ? 2 : 0;
        return read.Language.Attributions.Contains(word) ? 1 : 0;
    }

    private Speech? According(int preposition, int from, int first, int end)
    {
        for (var i = from; i < Math.Min(end, from + 6); i++)
        {
            if (targetAt[i] is var speaker and >= 0)
                return new Speech(preposition, speaker, read.Tokens[i].Span, preposition - first > 3);
        }

        return new Speech(preposition, null, default, preposition - first > 3);
    }

    /// <summary>The nearest name before the verb, or the one right after it; null when the verb has no subject of its own.</summary>
    private Speech? Subject(int verb, int first, int end, int? last)
    {
        var closing = IsClosing(verb, first, end);
        if (closing && verb + 1 < end)
        {
            for (var i = verb + 1; i < Math.Min(end, verb + 6); i++)
            {
                if (targetAt[i] is var speaker and >= 0 && targets[speaker].Type != TargetType.Place && !HasMark(verb, i)
                    && !BeginsClause(i, end))
                    return new Speech(verb, speaker, read.Tokens[i].Span, true);
            }
        }

        var (nearest, person) = (-1, -1);
        for (var i = verb - 1; i >= Math.Max(first, verb - Reach) && person < 0; i--)
        {
            var start = read.Tokens[i].Span.Start;
            if (QuotationFinder.Around(read.Quotations, start) is not null)
                break;
            var word = read.Word(i);
            if (AnyLanguage.FirstPerson.Contains(word))
                return null;
            if (AnyLanguage.ThirdPerson.Contains(word) && verb - i < 4)
                return new Speech(verb, last, read.Tokens[i].Span, closing);
            var speaker = targetAt[i];
            if (speaker < 0)
                continue;
            if (targets[speaker].Type == TargetType.Person)
                person = i;
            else if (nearest < 0 && (verb - i < 3 || targets[speaker].Type == TargetType.Organization))
                nearest = i;
        }

        // "Roe, the Northport analyst of the bank, said": the person speaks, not the place.
        if (person >= 0 || nearest >= 0)
        {
            var subject = person >= 0 ? person : nearest;
            var start = read.Tokens[subject].Span.Start;
            // A speaker who opens the sentence has said nothing before it.
            return new Speech(verb, targetAt[subject], new TextSpan(start, read.Tokens[verb].Span.Start), closing && subject - first > 2);
        }

        return verb > first && !AnyLanguage.BeforeInfinitives.Contains(read.Word(verb - 1))
            ? new Speech(verb, null, default, closing) : null;
    }

    /// <summary>Most of the sentence stands before the verb.</summary>
    private static bool IsClosing(int verb, int first, int end) => verb - first > 3 && end - verb <= 8 && verb - first > end - verb;

    private bool HasMark(int from, int to)
        => read.Text.AsSpan(read.Tokens[from].Span.End, read.Tokens[to].Span.Start - read.Tokens[from].Span.End)
            .IndexOfAny(ClauseMarks) >= 0;

    /// <summary>"… said Nato was a danger": the name after the verb begins what was said, and is not who said it.</summary>
    private bool BeginsClause(int name, int end)
    {
        var next = name + 1;
        while (next < end && read.Tokens[next].Shape != TokenShape.Lower && !HasMark(next - 1, next))
            next++;
        return next < end && !HasMark(next - 1, next) && AnyLanguage.Auxiliaries.Contains(read.Word(next));
    }
}
