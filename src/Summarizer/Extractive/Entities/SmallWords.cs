using Summarizer.Text;

namespace Summarizer.Extractive.Entities;

/// <summary>Words the article also writes small: as a sentence's first word they name nobody.</summary>
internal sealed class SmallWords
{
    private readonly WordTable words;
    private readonly bool[] small;

    public SmallWords(AnalyzedText read, CancellationToken cancellationToken)
    {
        words = read.Words;
        small = new bool[words.Count];
        var pace = new CancellationPace(cancellationToken);
        for (var t = 0; t < read.Tokens.Count; t++)
        {
            pace.Step();
            small[words[t]] |= read.Tokens[t].Shape == TokenShape.Lower;
        }
    }

    public bool Has(int token) => small[words[token]];
}
