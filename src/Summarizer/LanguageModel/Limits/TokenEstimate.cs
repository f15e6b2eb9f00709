namespace Summarizer.LanguageModel.Limits;

/// <summary>How many tokens a text will be, without the model's own tokenizer.</summary>
public static class TokenEstimate
{
    /// <summary>
    /// Tokens a character: byte-pair vocabularies of today make about a quarter of English, a half of other alphabets,
    /// and one of each sign of the scripts without spaces. On the high side: parts must fit.
    /// </summary>
    private const double Ascii = 0.27, Alphabet = 0.5, Other = 1;

    public static double Estimate(char c) => c < '\u0080' ? Ascii : c < '\u0800' ? Alphabet : Other;

    public static int Estimate(ReadOnlySpan<char> text)
    {
        double tokens = 0;
        foreach (var c in text)
            tokens += Estimate(c);
        return (int)Math.Min(Math.Ceiling(tokens), int.MaxValue);
    }
}
