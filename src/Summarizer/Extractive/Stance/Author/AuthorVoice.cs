using Summarizer.Extractive.Attribution;
using Summarizer.Extractive.Stances.Lexicon;
using Summarizer.Text;

namespace Summarizer.Extractive.Stances.Author;

/// <summary>What an article says in its author's own voice, outside quotations and reported speech: sentence by sentence.</summary>
internal sealed class AuthorVoice
{
    /// <summary>Words before another that a negation may stand in.</summary>
    private const int NegationReach = 3;

    /// <summary>A denied word says the opposite, and less of it.</summary>
    private const double Denied = -0.5;

    /// <summary>The last part of the article, where a commentary says what it has come to.</summary>
    private const double Ending = 0.8;

    private readonly Valence[] sentences;

    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public AuthorVoice(AnalyzedText read, string? title, SpeechAttribution speech, CancellationToken cancellationToken)
    {
        sentences = new Valence[read.Sentences.Count];
        var polarities = new WordPolarities(read);
        var pace = new CancellationPace(cancellationToken);
        for (var s = 0; s < sentences.Length; s++)
        {
            var (first, end) = read.TokensOf(s);
            var (praise, blame) = (0.0, 0.0);
            for (var t = first; t < end; t++)
            {
                pace.Step();
                var polarity = polarities.Of(t);
                if (polarity == 0 || speech.At(read.Tokens[t].Start, s).SpeakerKind != SpeakerKind.Author)
                    continue;
                for (var before = Math.Max(first, t - NegationReach); before < t; before++)
                {
                    if (polarities.IsNegation(before))
                    {
                        polarity *= Denied;
                        break;
                    }
                }

                praise += Math.Max(0, polarity);
                blame += Math.Max(0, -polarity);
            }

            sentences[s] = new Valence(praise, blame, end - first);
            Whole += sentences[s];
            if (s >= Ending * sentences.Length)
                End += sentences[s];
        }

        Tone = AuthorTone.Compute(read, cancellationToken);
        Title = title is null ? default : OfTitle(title, read.Language);
    }

    public AuthorTone Tone { get; }

    public Valence Whole { get; }

    /// <summary>Of the last fifth.</summary>
    public Valence End { get; }

    public Valence Title { get; }

    public Valence this[int sentence] => sentences[sentence];

    private static Valence OfTitle(string title, LanguageProfile language)
    {
        var read = new AnalyzedText(title, language.Code, CancellationToken.None);
        var polarities = new WordPolarities(read);
        var (praise, blame) = (0.0, 0.0);
        for (var t = 0; t < read.Tokens.Count; t++)
        {
            praise += Math.Max(0, polarities.Of(t));
            blame += Math.Max(0, -polarities.Of(t));
        }

        return new Valence(praise, blame, read.Tokens.Count);
    }
}
