using Summarizer.Extractive.Stances.Lexicon;
using Summarizer.Extractive.Stances.Words;
using Summarizer.Text;

namespace Summarizer.Extractive.Stances.Author;

/// <summary>The polarity of the words of one text, each looked up once.</summary>
internal sealed class WordPolarities(AnalyzedText read)
{
    private const float Unknown = float.NaN;

    private readonly float[] polarities = Filled(read.Words.Count);

    private readonly bool?[] isNegation = new bool?[read.Words.Count];

    private readonly bool isEnglish = read.Language.Has(LanguageTraits.HasTrainedStance);

    private readonly StanceWords? words = StanceWords.For(read.Language.Code);

    /// <summary>From -1, blame, to 1, praise; 0 for most words.</summary>
    public double Of(int token)
    {
        ref var polarity = ref polarities[read.Words[token]];
        if (float.IsNaN(polarity))
            polarity = Find(read.Word(token));
        return polarity;
    }

    public bool IsNegation(int token) => isNegation[read.Words[token]] ??= isEnglish
        ? (StanceLexicon.Shared[TextHash.Compute(read.Word(token))] & LexiconClass.Negator) != 0
        : words?[read.Word(token)].Is(WordTraits.Negators) == true;

    private float Find(ReadOnlySpan<char> word)
    {
        if (!isEnglish)
            return words is null ? 0 : Of(words[word].Class);
        var (strongest, classes) = (0f, StanceLexicon.Shared[TextHash.Compute(word)] & LexiconClass.Content);
        for (var rest = (ulong)classes; rest != 0; rest &= rest - 1)
        {
            var one = Polarity.Compute((LexiconClass)(rest & (0 - rest)), isSubject: true, nominal: false);
            strongest = Math.Abs(one) > Math.Abs(strongest) ? one : strongest;
        }

        return strongest;
    }

    private static float Of(WordClass kind) => kind switch
    {
        WordClass.Praise or WordClass.Excel => 1,
        WordClass.MildPraise or WordClass.MildExcel or WordClass.Support => 0.5f,
        WordClass.Blame or WordClass.Fail or WordClass.Harm => -1,
        WordClass.MildBlame or WordClass.MildFail or WordClass.Misfortune => -0.5f,
        _ => 0,
    };

    private static float[] Filled(int count)
    {
        var values = new float[count];
        Array.Fill(values, Unknown);
        return values;
    }
}
