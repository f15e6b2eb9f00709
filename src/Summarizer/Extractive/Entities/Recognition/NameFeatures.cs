using System.Numerics;
using Summarizer.Text;

namespace Summarizer.Extractive.Entities.Recognition;

/// <summary>
/// What the recogniser sees of each token: its word, its letters, its neighbours, the run of capitals it stands in, the
/// lists, and whether the text writes the word small elsewhere.
/// </summary>
internal sealed class NameFeatures
{
    /// <summary>Features of one token at most.</summary>
    public const int Most = 128;

    private static readonly ulong Nothing = TextHash.Compute("<none>");

    private readonly AnalyzedText read;
    private readonly NameLists lists;
    private readonly NameWord[] words;
    private readonly bool[] isSmall;
    private readonly bool[] isCapitalAmid;
    private readonly ulong language;

    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public NameFeatures(AnalyzedText read, NameLists lists, CancellationToken cancellationToken)
    {
        (this.read, this.lists) = (read, lists);
        words = new NameWord[read.Words.Count];
        isSmall = new bool[read.Words.Count];
        isCapitalAmid = new bool[read.Words.Count];
        language = TextHash.Compute(read.Language.Code);
        var pace = new CancellationPace(cancellationToken);
        for (var t = 0; t < read.Tokens.Count; t++)
        {
            pace.Step();
            if (read.Tokens[t].Shape == TokenShape.Lower)
                isSmall[read.Words[t]] = true;
            else if (t > 0 && read.Tokens[t - 1].Shape == TokenShape.Lower)
                isCapitalAmid[read.Words[t]] = true;
        }
    }

    /// <summary>Writes the features of a token.</summary>
    /// <param name="token">Its number.</param>
    /// <param name="place">What it stands in.</param>
    /// <param name="features">Has room for <see cref="Most"/>.</param>
    /// <returns>How many were written.</returns>
    public int Extract(int token, in NamePlace place, Span<ulong> features)
    {
        var list = new FeatureList(features);
        var word = WordOf(token);
        var (before, after) = (token > place.First ? WordOf(token - 1) : null, token + 1 < place.End ? WordOf(token + 1) : null);
        var shape = ShapeOf(token);
        var form = (ulong)read.Tokens[token].Shape;
        list.Add(FeatureKind.Bias);
        AddWord(ref list, word, shape, form);
        AddNeighbours(ref list, token, place, word, before, after, form);
        var opens = token == place.First ? 1UL : TokenGaps.Before(read, token) is TokenGap.Quote or TokenGap.Break ? 2UL : 0;
        var elsewhere = (isSmall[read.Words[token]] ? 1UL : 0) | (isCapitalAmid[read.Words[token]] ? 2UL : 0);
        list.Add(FeatureKind.Opens, opens, form);
        list.Add(
            FeatureKind.OpensWithTraits, opens, (ulong)(word.Traits & (NameTraits.Common | NameTraits.Function | NameTraits.GivenName)));
        list.Add(FeatureKind.Elsewhere, elsewhere, opens);
        list.Add(FeatureKind.CapitalShare, place.CapitalShare, form);
        list.Add(FeatureKind.CapitalShareOfCommon, place.CapitalShare, (ulong)(word.Traits & (NameTraits.Common | NameTraits.Function)));
        list.Add(FeatureKind.Language, language, form);
        list.Add(FeatureKind.LanguageOpens, language, opens);
        list.Add(FeatureKind.LanguageSuffix, language, word.Suffix(3));
        list.Add(FeatureKind.LanguageBefore, language, before?.Hash ?? Nothing);
        AddRun(ref list, token, place);
        return list.Count;
    }

    private static void AddWord(ref FeatureList list, NameWord word, ulong shape, ulong form)
    {
        list.Add(FeatureKind.Word, word.Hash);
        list.Add(FeatureKind.WordForm, word.Hash, form);
        list.Add(FeatureKind.Shape, shape);
        for (var n = 1; n <= NameWord.Longest; n++)
        {
            if (n > 1)
                list.Add(FeatureKind.Prefix, word.Prefix(n));
            list.Add(FeatureKind.Suffix, word.Suffix(n));
        }

        list.Add(FeatureKind.Cluster, word.Cluster);
        list.Add(FeatureKind.ClusterForm, word.Cluster, form);
        list.Add(FeatureKind.Traits, (ulong)word.Traits);
        AddTraits(ref list, FeatureKind.Trait, word.Traits);
    }

    private void AddNeighbours(
        ref FeatureList list, int token, in NamePlace place, NameWord word, NameWord? before, NameWord? after, ulong form)
    {
        var gapBefore = (ulong)TokenGaps.Before(read, token);
        var gapAfter = token + 1 < place.End ? (ulong)TokenGaps.Before(read, token + 1) : 0;
        var (p, n) = (before?.Hash ?? Nothing, after?.Hash ?? Nothing);
        list.Add(FeatureKind.Before, p);
        list.Add(FeatureKind.After, n);
        list.Add(FeatureKind.BeforeForm, p, form);
        list.Add(FeatureKind.AfterForm, n, form);
        list.Add(FeatureKind.BeforeAnd, p, word.Hash);
        list.Add(FeatureKind.AndAfter, word.Hash, n);
        list.Add(FeatureKind.Before2, token - 2 >= place.First ? WordOf(token - 2).Hash : Nothing);
        list.Add(FeatureKind.After2, token + 2 < place.End ? WordOf(token + 2).Hash : Nothing);
        list.Add(FeatureKind.GapBefore, gapBefore, before is null ? 9 : (ulong)read.Tokens[token - 1].Shape);
        list.Add(FeatureKind.GapAfter, gapAfter, after is null ? 9 : (ulong)read.Tokens[token + 1].Shape);
        if (before is not null)
        {
            AddTraits(ref list, FeatureKind.TraitBefore, before.Traits);
            list.Add(FeatureKind.ClusterBefore, before.Cluster);
            list.Add(FeatureKind.ClusterBeforeAnd, before.Cluster, word.Cluster);
            list.Add(FeatureKind.TraitsBeforeAnd, (ulong)before.Traits, (ulong)word.Traits);
            list.Add(FeatureKind.SuffixBefore, before.Suffix(3));
        }

        if (after is not null)
        {
            AddTraits(ref list, FeatureKind.TraitAfter, after.Traits);
            list.Add(FeatureKind.ClusterAfter, after.Cluster);
            list.Add(FeatureKind.ClusterAndAfter, word.Cluster, after.Cluster);
            list.Add(FeatureKind.TraitsAndAfter, (ulong)word.Traits, (ulong)after.Traits);
            list.Add(FeatureKind.SuffixAfter, after.Suffix(3));
        }
    }

    private void AddRun(ref FeatureList list, int token, in NamePlace place)
    {
        var (first, last) = (WordOf(place.RunFirst), WordOf(place.RunEnd - 1));
        var length = (ulong)Math.Min(4, place.RunEnd - place.RunFirst);
        var position = token == place.RunFirst ? 0UL : token == place.RunEnd - 1 ? 2UL : 1UL;
        list.Add(FeatureKind.Run, length, position);
        list.Add(FeatureKind.RunFirst, first.Hash, position);
        list.Add(FeatureKind.RunLast, last.Hash, position);
        list.Add(FeatureKind.RunLastSuffix, last.Suffix(3), length);
        list.Add(FeatureKind.RunFirstTraits, (ulong)first.Traits, position);
        list.Add(FeatureKind.RunLastCluster, last.Cluster, position);
        list.Add(FeatureKind.RunFirstCluster, first.Cluster, position);
        list.Add(FeatureKind.RunLastTraits, (ulong)last.Traits, position);
        list.Add(FeatureKind.RunBefore, place.RunFirst > place.First ? WordOf(place.RunFirst - 1).Hash : Nothing, position);
        list.Add(FeatureKind.RunAfter, place.RunEnd < place.End ? WordOf(place.RunEnd).Hash : Nothing, position);
        if (place.Known is { } known)
            list.Add(FeatureKind.Known, ((ulong)known.Type * 2) + (known.IsAdjective ? 1UL : 0), place.KnownPosition);
    }

    private static void AddTraits(ref FeatureList list, FeatureKind kind, NameTraits traits)
    {
        for (var rest = (uint)traits; rest != 0; rest &= rest - 1)
            list.Add(kind, (ulong)BitOperations.TrailingZeroCount(rest));
    }

    private NameWord WordOf(int token) => words[read.Words[token]] ??= new NameWord(
        read.Word(token), lists == NameLists.All ? NameLexicon.Of(read.Word(token), read.Language) : NameLexicon.Of(read.Word(token)));

    /// <summary>"Xx", "X.X.", "XX-x": kinds of characters, those alike once.</summary>
    private ulong ShapeOf(int token)
    {
        ulong shape = 0;
        var last = 0UL;
        foreach (var c in read.Word(token))
        {
            var kind = char.IsUpper(c) ? 1UL : char.IsLetter(c) ? 2UL : char.IsDigit(c) ? 3UL : c == '.' ? 4UL : c == '-' ? 5UL : 6UL;
            if (kind != last)
                shape = (shape * 7) + kind;
            last = kind;
        }

        return (shape * 2) + (read.Tokens[token].Span.Length == 1 ? 1UL : 0);
    }

    private ref struct FeatureList(Span<ulong> features)
    {
        private readonly Span<ulong> features = features;

        public int Count { get; private set; }

        public void Add(FeatureKind kind) => Add(kind, 0);

        public void Add(FeatureKind kind, ulong value) => features[Count++] = TextHash.Join((ulong)kind, value);

        public void Add(FeatureKind kind, ulong value, ulong other) => features[Count++] = TextHash.Join((ulong)kind, value, other);
    }

    /// <summary>The numbers are part of trained weights.</summary>
    private enum FeatureKind : ulong
    {
        Bias = 1, Word, WordForm, Shape, Prefix, Suffix, Traits, Trait, Before, After, BeforeForm, AfterForm, BeforeAnd, AndAfter, Before2,
        After2, GapBefore, GapAfter, TraitBefore, TraitAfter, TraitsBeforeAnd, TraitsAndAfter, SuffixBefore, SuffixAfter, Opens,
        OpensWithTraits, Elsewhere, CapitalShare, CapitalShareOfCommon, Language, LanguageOpens, LanguageSuffix, LanguageBefore, Run,
        RunFirst, RunLast, RunLastSuffix, RunFirstTraits, RunLastTraits, RunBefore, RunAfter, Known, Cluster, ClusterForm, ClusterBefore,
        ClusterBeforeAnd, ClusterAfter, ClusterAndAfter, RunLastCluster, RunFirstCluster,
    }
}
