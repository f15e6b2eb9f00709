using System.Runtime.Intrinsics;
using Summarizer.Extractive.Learning;
using Summarizer.Text;

namespace Summarizer.Extractive.Syntax;

/// <summary>
/// Tells the word class of single words of English text from the two words on either side. A tag needs no other tag, so that
/// what nobody asks about costs nothing.
/// </summary>
/// <remarks>
/// The weights are trained by <c>Summarizer.Training pos</c> on GUM (annotations CC BY 4.0). There are none for other
/// languages, where <see cref="CanTag"/> is false.
/// </remarks>
internal sealed class PartOfSpeechTagger(LinearModel model)
{
    /// <summary>Where the weights lie in the assembly.</summary>
    public const string ModelPath = "Extractive/Syntax/tags.bin";

    public const int Classes = (int)PartOfSpeech.Other + 1;

    /// <summary>Most features that a word has.</summary>
    public const int MostFeatures = 21;

    /// <summary>Letters at a word's end that tell most of its class.</summary>
    private const int LongestSuffix = 4;

    private static readonly Lazy<PartOfSpeechTagger> Trained = new(() => new PartOfSpeechTagger(LinearModel.Open(ModelPath)));

    /// <summary>The tagger with the weights of the assembly, read at the first use.</summary>
    public static PartOfSpeechTagger English => Trained.Value;

    public static bool CanTag(AnalyzedText read) => read.Language.Code == "en";

    /// <param name="read">English text.</param>
    /// <param name="token">Number of the token asked about.</param>
    /// <param name="first">First token of its sentence.</param>
    /// <param name="end">Behind the last token of its sentence.</param>
    public PartOfSpeech Tag(AnalyzedText read, int token, int first, int end)
    {
        Span<ulong> features = stackalloc ulong[MostFeatures];
        var count = Describe(read, token, first, end, features);
        var sums = Vector256<short>.Zero;
        model.Add(features[..count], ref sums);
        var best = 0;
        for (var c = 1; c < Classes; c++)
            best = sums[c] > sums[best] ? c : best;
        return (PartOfSpeech)best;
    }

    /// <summary>Writes the hashes of what the tag of a token is told by; training reads them too.</summary>
    /// <returns>How many there are.</returns>
    public static int Describe(AnalyzedText read, int token, int first, int end, Span<ulong> features)
    {
        var word = read.Word(token);
        var shape = ShapeOf(word, read.Tokens[token].Shape);
        var (gapBefore, gapAfter) = (Gap(read, token, first), Gap(read, token + 1, end));
        var itself = TextHash.Compute(word);
        var (before, after) = (WordAt(read, token - 1, first, end), WordAt(read, token + 1, first, end));
        var (before2, after2) = (WordAt(read, token - 2, first, end), WordAt(read, token + 2, first, end));
        var count = 0;
        void Add(Template template, ulong value, Span<ulong> to) => to[count++] = TextHash.Join((ulong)template, value);

        Add(Template.Bias, 0, features);
        Add(Template.Word, itself, features);
        Add(Template.Before, before, features);
        Add(Template.After, after, features);
        Add(Template.SecondBefore, before2, features);
        Add(Template.SecondAfter, after2, features);
        Add(Template.BeforeAndWord, TextHash.Join(before, itself), features);
        Add(Template.WordAndAfter, TextHash.Join(itself, after), features);
        Add(Template.BeforeAndAfter, TextHash.Join(before, after), features);
        Add(Template.TwoBefore, TextHash.Join(before2, before), features);
        Add(Template.TwoAfter, TextHash.Join(after, after2), features);
        for (var length = 1; length <= LongestSuffix && length < word.Length; length++)
            Add(Template.Suffix, TextHash.Join((ulong)length, TextHash.Compute(word[^length..])), features);
        Add(Template.Shape, shape, features);
        Add(Template.ShapeAtStart, (shape * 2) + (token == first ? 1UL : 0), features);
        Add(Template.Gaps, (gapBefore << 16) + gapAfter, features);
        Add(Template.SuffixBefore, SuffixAt(read, token - 1, first, end), features);
        Add(Template.SuffixAfter, SuffixAt(read, token + 1, first, end), features);
        if (word.Length > 4)
            Add(Template.SuffixAndBefore, TextHash.Join(before, TextHash.Compute(word[^2..])), features);
        return count;
    }

    private static ulong WordAt(AnalyzedText read, int token, int first, int end)
        => token < first ? 1UL : token >= end ? 2UL : TextHash.Compute(read.Word(token));

    private static ulong SuffixAt(AnalyzedText read, int token, int first, int end)
    {
        if (token < first || token >= end)
            return 0;
        var word = read.Word(token);
        return TextHash.Join(TextHash.Compute(word[^Math.Min(3, word.Length)..]), (ulong)read.Tokens[token].Shape);
    }

    /// <summary>The mark before a token: none, or the first that is no space.</summary>
    private static ulong Gap(AnalyzedText read, int token, int edge)
    {
        if (token == edge || token == 0 || token >= read.Tokens.Count)
            return 1;
        foreach (var c in read.Text.AsSpan(read.Tokens[token - 1].Span.End, read.Tokens[token].Start - read.Tokens[token - 1].Span.End))
        {
            if (c != ' ')
                return TextHash.Fold(c);
        }

        return 0;
    }

    private static ulong ShapeOf(ReadOnlySpan<char> word, TokenShape shape)
    {
        var marks = word.IndexOfAny('-', '.') >= 0 ? 1UL : word.IndexOfAny('\'', '’') >= 0 ? 2UL : 0;
        return ((ulong)shape * 3) + marks;
    }

    /// <summary>What a feature says; part of its hash, so new ones come last.</summary>
    private enum Template
    {
        Bias,
        Word,
        Before,
        After,
        SecondBefore,
        SecondAfter,
        BeforeAndWord,
        WordAndAfter,
        BeforeAndAfter,
        TwoBefore,
        TwoAfter,
        Suffix,
        Shape,
        ShapeAtStart,
        Gaps,
        SuffixBefore,
        SuffixAfter,
        SuffixAndBefore,
    }
}
