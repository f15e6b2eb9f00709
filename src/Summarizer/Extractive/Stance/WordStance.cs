using Summarizer.Text;

namespace Summarizer.Extractive.Stances;

/// <summary>
/// Stance of a sentence by words of praise and blame near the target, for the languages that nothing was trained on.
/// It says neutral unless the words are plain.
/// </summary>
internal sealed class WordStance : ISentenceStance
{
    /// <summary>Words on either side of the target that speak of it.</summary>
    private const int Reach = 8;

    private static readonly Dictionary<string, WordStance> ByLanguage = Load();

    private static readonly WordStance Silent = new(WordSet.Empty, WordSet.Empty, WordSet.Empty);

    private readonly WordSet praise;
    private readonly WordSet blame;
    private readonly WordSet negation;

    private WordStance(WordSet praise, WordSet blame, WordSet negation)
        => (this.praise, this.blame, this.negation) = (praise, blame, negation);

    /// <summary>For a language without words of its own everything is neutral.</summary>
    public static WordStance Of(string language) => ByLanguage.GetValueOrDefault(language, Silent);

    public StanceProbabilities Of(ReadOnlySpan<char> sentence, TextSpan target)
    {
        var text = sentence.ToString();
        var tokens = Tokenizer.Tokenize(text, CancellationToken.None);
        var at = tokens.FindIndex(t => t.Span.End > target.Start);
        double favor = 0, against = 0;
        for (var i = Math.Max(0, at - Reach); i < Math.Min(tokens.Count, at + Reach + 1); i++)
        {
            var word = tokens[i].Span.SliceOf(text);
            var side = praise.Contains(word) ? 1 : blame.Contains(word) ? -1 : 0;
            if (side == 0)
                continue;
            if (IsNegated(text, tokens, i))
                side = -side;
            favor += side > 0 ? 1 : 0;
            against += side < 0 ? 1 : 0;
        }

        var all = 2 + favor + against;
        return new StanceProbabilities((0.3 + against) / all, 1.4 / all, (0.3 + favor) / all);
    }

    private bool IsNegated(string text, List<Text.Token> tokens, int word)
    {
        for (var i = Math.Max(0, word - 3); i < word; i++)
        {
            if (negation.Contains(tokens[i].Span.SliceOf(text)))
                return true;
        }

        return false;
    }

    private static Dictionary<string, WordStance> Load()
    {
        var file = WordListFile.Open("Text/Lists/praiseandblame.txt");
        return file.Sections.Where(k => k.EndsWith("praise", StringComparison.Ordinal)).Select(k => k[..2])
            .ToDictionary(l => l, l => new WordStance(file.Set(l + " praise"), file.Set(l + " blame"), file.Set(l + " not")), StringComparer.Ordinal);
    }
}
