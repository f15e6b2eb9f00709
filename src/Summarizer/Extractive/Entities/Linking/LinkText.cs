using Summarizer.Extractive.Syntax;
using Summarizer.Text;

namespace Summarizer.Extractive.Entities.Linking;

/// <summary>An English article as the linker reads it: each different word is looked up once.</summary>
internal sealed class LinkText
{
    private static readonly LinkWord Aged = LinkLexicon.Find("year-old");

    private readonly LinkWord[] words;

    /// <summary>By token, one more than the number of the target that it names, or that it stands for; 0 for none.</summary>
    private readonly int[] targetAt;

    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public LinkText(AnalyzedText read, List<Target> targets, CancellationToken cancellationToken)
    {
        Read = read;
        words = new LinkWord[read.Words.Count];
        var known = new bool[read.Words.Count];
        var pace = new CancellationPace(cancellationToken);
        for (var t = 0; t < read.Tokens.Count; t++)
        {
            pace.Step();
            var number = read.Words[t];
            if (!known[number])
                (known[number], words[number]) = (true, LinkLexicon.Find(read.Word(t)));
        }

        targetAt = new int[read.Tokens.Count];
        for (var target = 0; target < targets.Count; target++)
        {
            foreach (var mention in targets[target].Mentions)
            {
                pace.Step();
                SetTarget(mention.Span, target);
            }
        }
    }

    public AnalyzedText Read { get; }

    public LinkWord this[int token] => words[Read.Words[token]];

    /// <summary>The listed noun at a token; "42-year-old" is one, too.</summary>
    public LinkWord NounAt(int token) => Read.Tokens[token].Shape switch
    {
        TokenShape.Lower or TokenShape.Title => this[token],
        TokenShape.Number when Read.Word(token).EndsWith("-year-old", StringComparison.Ordinal) => Aged,
        _ => default,
    };

    /// <summary>Number of the target that a token names or stands for; null for none.</summary>
    public int? TargetAt(int token) => targetAt[token] == 0 ? null : targetAt[token] - 1;

    /// <summary>Of two that name the same words the one found first keeps them.</summary>
    public void SetTarget(TextSpan span, int target)
    {
        for (var t = Read.TokenAt(span.Start); t < targetAt.Length && Read.Tokens[t].Start < span.End; t++)
            targetAt[t] = targetAt[t] == 0 ? target + 1 : targetAt[t];
    }

    public bool IsQuoted(int token) => QuotationFinder.Around(Read.Quotations, Read.Tokens[token].Start) is not null;

    /// <summary>Whether only spaces stand between a token and the one behind it.</summary>
    public bool IsNextAdjacent(int token)
        => token + 1 < Read.Tokens.Count && Between(token).IndexOfAnyExcept(' ', '\u00A0') < 0 && Between(token).Length < 3;

    /// <summary>Whether a token is followed by a comma and a space.</summary>
    public bool IsCommaNext(int token) => token + 1 < Read.Tokens.Count && Between(token).TrimStart(' ') is ", ";

    /// <summary>The end of a possessive ending behind a position, or the position itself.</summary>
    public int AfterPossessive(int position)
    {
        var text = Read.Text;
        var at = position < text.Length && text[position] == ' ' ? position + 1 : position;
        return at + 1 < text.Length && WordTokenizer.IsApostrophe(text[at]) && text[at + 1] is 's'
            && (at + 2 >= text.Length || !char.IsLetterOrDigit(text[at + 2])) ? at + 2 : position;
    }

    public PartOfSpeech Tag(int token, int first, int end) => PartOfSpeechTagger.English.Tag(Read, token, first, end);

    private ReadOnlySpan<char> Between(int token)
        => Read.Text.AsSpan(Read.Tokens[token].Span.End, Read.Tokens[token + 1].Start - Read.Tokens[token].Span.End);
}
