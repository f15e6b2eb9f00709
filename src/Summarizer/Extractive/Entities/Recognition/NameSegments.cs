using Summarizer.Text;

namespace Summarizer.Extractive.Entities.Recognition;

/// <summary>
/// The stretches of a text that may hold names: tokens with a capital, and the small words between two of them. All other
/// tokens are outside of names without being looked at.
/// </summary>
/// <param name="read">The text.</param>
/// <param name="lists">Which lists count.</param>
/// <param name="cancellationToken">Cancels the first look at it.</param>
internal sealed class NameSegments(AnalyzedText read, NameLists lists, CancellationToken cancellationToken)
{
    /// <summary>Small words between two capitals: "House of the Dragon".</summary>
    private const int MostSmall = 2;

    /// <summary>Tokens of one segment at most; a line in capitals has some forty, a list of names without a comma no end.</summary>
    private const int Longest = 64;

    /// <summary>Tokens of a sentence too short for its share of capitals to say anything.</summary>
    private const int Short = 4;

    private static readonly WordListFile JointFile = WordListFile.Open("Extractive/Entities/Lists/joints.txt");

    private static readonly WordSet Joints = JointFile.Set("names", StringComparer.Ordinal);

    private static readonly WordSet Abbreviated = JointFile.Set("abbreviated", StringComparer.Ordinal);

    private static readonly WordSet BehindComma = JointFile.Set("behind a comma", StringComparer.Ordinal);

    private readonly NameFeatures features = new(read, lists, cancellationToken);

    private readonly NamePlace[] places = new NamePlace[Longest];

    private int first;

    /// <summary>The sentence whose share of capitals is known, and that share: most sentences have several segments.</summary>
    private (int Sentence, ulong Share) capitals = (-1, 0);

    /// <summary>The segments of one sentence, first token and end of each.</summary>
    public IEnumerable<(int First, int End)> In(int sentence)
    {
        var (from, end) = read.TokensOf(sentence);
        for (var i = from; i < end; i++)
        {
            if (!IsCandidate(i))
                continue;
            var to = EndOf(i, Math.Min(end, i + Longest));
            if (to - i > 1 || read.Tokens[i].Shape == TokenShape.Upper || !read.Language.FunctionWords.Contains(read.Word(i)))
                yield return (i, to);
            i = to - 1;
        }
    }

    /// <summary>Looks at what stands around the tokens of a segment: runs of capitals, and names of the gazetteer.</summary>
    public void Enter(int sentence, int from, int end)
    {
        first = from;
        var (opens, closes) = read.TokensOf(sentence);
        if (capitals.Sentence != sentence)
            capitals = (sentence, CapitalShare(opens, closes));
        for (var i = from; i < end;)
        {
            var to = i + 1;
            while (to < end && TokenGaps.Before(read, to) == TokenGap.Space && IsCandidate(to) == IsCandidate(i))
                to++;
            for (var t = i; t < to; t++)
                places[t - from] = new NamePlace(opens, closes, i, to, capitals.Share, null, 0);
            i = to;
        }

        for (var i = from; i < end; i++)
            i += Math.Max(0, MarkKnown(i, end) - 1);
    }

    /// <summary>Writes the features of a token of the segment entered last.</summary>
    /// <returns>How many there are.</returns>
    public int Describe(int token, Span<ulong> to) => features.Extract(token, places[token - first], to);

    /// <returns>Tokens of the longest name of the gazetteer that begins here; 0 for none.</returns>
    private int MarkKnown(int token, int end)
    {
        for (var length = Math.Min(Gazetteer.LongestName, end - token); length > 0; length--)
        {
            var span = new TextSpan(read.Tokens[token].Span.Start, read.Tokens[token + length - 1].Span.End);
            if (!TryFindKnown(span.SliceOf(read.Text), out var known))
                continue;
            for (var t = token; t < token + length; t++)
                places[t - first] = places[t - first] with { Known = known, KnownPosition = t == token ? 0UL : 1UL };
            return length;
        }

        return 0;
    }

    /// <summary>As it stands, or without the s of the German genitive: "Frankreichs".</summary>
    private bool TryFindKnown(ReadOnlySpan<char> name, out KnownName known)
        => Gazetteer.TryFind(name, out known)
            || (name.Length > 4 && name[^1] == 's' && lists == NameLists.All && read.Language.Has(LanguageTraits.CapitalisesNouns)
                && Gazetteer.TryFind(name[..^1], out known));

    private ulong CapitalShare(int from, int end)
    {
        if (end - from < Short)
            return 3;
        var count = 0;
        for (var i = from; i < end; i++)
            count += read.Tokens[i].IsCapitalised ? 1 : 0;
        return (ulong)Math.Min(2, count * 3L / (end - from));
    }

    /// <summary>No name reaches over a comma, a bracket, a possessive or a full stop, but for "Inc", "Jr" and initials.</summary>
    private bool IsJoined(int token) => TokenGaps.Before(read, token) switch
    {
        TokenGap.Space or TokenGap.None or TokenGap.Other => true,
        TokenGap.Stop => read.Tokens[token - 1].Span.Length == 1 || Abbreviated.Contains(read.Word(token - 1)),
        TokenGap.Comma => BehindComma.Contains(read.Word(token)),
        _ => false,
    };

    /// <summary>A capital, or one inside: iPhone, eHow, al-Qaeda.</summary>
    private bool IsCandidate(int token)
    {
        if (read.Tokens[token].IsCapitalised)
            return true;
        foreach (var c in read.Word(token))
        {
            if (char.IsUpper(c))
                return true;
        }

        return false;
    }

    private int EndOf(int start, int limit)
    {
        var end = start + 1;
        for (var i = end; i < limit && IsJoined(i); i++)
        {
            if (IsCandidate(i) || (i == end && read.Tokens[i].Shape == TokenShape.Number && TokenGaps.Before(read, i) == TokenGap.Space))
                end = i + 1;
            else if (i - end >= MostSmall || !Joints.Contains(read.Word(i)))
                break;
        }

        return end;
    }
}
