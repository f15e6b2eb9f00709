using Summarizer.Extractive;
using Summarizer.Extractive.Learning;
using Summarizer.Extractive.Syntax;
using Summarizer.Training.Learning;

namespace Summarizer.Training.Syntax;

/// <summary>Trains <see cref="PartOfSpeechTagger"/>: what GUM says of its words, on the words that our tokenizer makes.</summary>
internal sealed class TaggerTraining(IReadOnlyList<GumDocument> documents)
{
    private const int Passes = 6, Seed = 1, Folds = 5, LeastSeen = 2;

    private const double Rate = 0.2;

    /// <summary>As many as fit into 32,768 slots that are four fifths full.</summary>
    private const int MostFeatures = 26_000;

    private static readonly Dictionary<string, PartOfSpeech> Tags = new(StringComparer.Ordinal)
    {
        ["ADJ"] = PartOfSpeech.Adjective,
        ["ADP"] = PartOfSpeech.Adposition,
        ["ADV"] = PartOfSpeech.Adverb,
        ["AUX"] = PartOfSpeech.Auxiliary,
        ["CCONJ"] = PartOfSpeech.CoordinatingConjunction,
        ["DET"] = PartOfSpeech.Determiner,
        ["INTJ"] = PartOfSpeech.Interjection,
        ["NOUN"] = PartOfSpeech.Noun,
        ["NUM"] = PartOfSpeech.Numeral,
        ["PART"] = PartOfSpeech.Particle,
        ["PRON"] = PartOfSpeech.Pronoun,
        ["PROPN"] = PartOfSpeech.ProperNoun,
        ["SCONJ"] = PartOfSpeech.SubordinatingConjunction,
        ["VERB"] = PartOfSpeech.Verb,
        ["SYM"] = PartOfSpeech.Other,
        ["X"] = PartOfSpeech.Other,
    };

    public byte[] Weights() => Train([.. documents.SelectMany(Examples)]);

    /// <summary>How many words of documents that training did not see have the right tag, by the tag that is right.</summary>
    public SortedDictionary<PartOfSpeech, (int Right, int All)> CrossValidated()
    {
        var counts = new SortedDictionary<PartOfSpeech, (int Right, int All)>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var weights = Train([.. documents.Where((_, d) => d % Folds != fold).SelectMany(Examples)]);
            var tagger = new PartOfSpeechTagger(new LinearModel(weights));
            foreach (var document in documents.Where((_, d) => d % Folds == fold))
            {
                var read = Read(document);
                foreach (var (token, first, end, tag) in Tagged(document, read))
                {
                    var (right, all) = counts.GetValueOrDefault(tag);
                    counts[tag] = (right + (tagger.Tag(read, token, first, end) == tag ? 1 : 0), all + 1);
                }
            }
        }

        return counts;
    }

    private static byte[] Train(List<(ulong[] Features, int Label)> examples)
    {
        var trainer = new HashedSoftmax(PartOfSpeechTagger.Classes, Passes, Rate, Seed);
        trainer.Train(examples, LeastSeen);
        return LinearModelFile.Write(trainer.Strongest(MostFeatures), PartOfSpeechTagger.Classes, 0);
    }

    private static AnalyzedText Read(GumDocument document) => new(document.Text, "en", CancellationToken.None);

    private static IEnumerable<(ulong[] Features, int Label)> Examples(GumDocument document)
    {
        var read = Read(document);
        var features = new ulong[PartOfSpeechTagger.MostFeatures];
        foreach (var (token, first, end, tag) in Tagged(document, read))
        {
            var count = PartOfSpeechTagger.Describe(read, token, first, end, features);
            yield return (features[..count], (int)tag);
        }
    }

    private static IEnumerable<(int Token, int First, int End, PartOfSpeech Tag)> Tagged(GumDocument document, AnalyzedText read)
    {
        var gold = 0;
        for (var s = 0; s < read.Sentences.Count; s++)
        {
            var (first, end) = read.TokensOf(s);
            for (var i = first; i < end; i++)
            {
                var span = read.Tokens[i].Span;
                while (gold < document.Tokens.Count && document.Tokens[gold].Span.End <= span.Start)
                    gold++;
                if (TagOf(document, span, gold) is { } tag)
                    yield return (i, first, end, tag);
            }
        }
    }

    /// <summary>
    /// Of several of GUM's words in one of ours: the first of a contraction, the one that the others depend on of a compound.
    /// </summary>
    private static PartOfSpeech? TagOf(GumDocument document, TextSpan span, int from)
    {
        PartOfSpeech? tag = null;
        for (var g = from; g < document.Tokens.Count && document.Tokens[g].Span.Start < span.End; g++)
        {
            var token = document.Tokens[g];
            if (!Tags.TryGetValue(token.Tag, out var its))
                continue;
            if (span.SliceOf(document.Text).IndexOfAny('\'', '’') >= 0)
                return its;
            if (tag is null || token.Head is not { } head || !span.Contains(document.Tokens[head].Span))
                tag = its;
        }

        return tag;
    }
}
