using Summarizer.Text;

namespace Summarizer.Extractive.Entities;

/// <summary>What an unknown name is, by its last word, by the pronouns beside it, or by what else the article speaks of.</summary>
internal static class NameKinds
{
    /// <summary>Words of sport in a thousand from which on a city plays, and does not lie.</summary>
    private const int SportInThousand = 8;

    private static readonly WordListFile Kinds = WordListFile.Open("Extractive/Entities/Lists/kinds.txt");

    private static readonly WordSet Places = Kinds.Set("places");

    private static readonly WordSet Things = Kinds.Set("things");

    public static bool IsPlace(string[] words) => words.Length > 1 && Places.Contains(words[^1]);

    public static bool IsThing(string[] words)
        => words.Length > 1 && (Things.Contains(words[^1]) || Array.Exists(words, w => w.Any(char.IsDigit)));

    /// <summary>
    /// "Rehana left. She …": in most sentences that name it, or in two, a pronoun for people follows and nobody else is
    /// named.
    /// </summary>
    public static bool IsHeOrShe(AnalyzedText read, NameGroup group)
    {
        if (read.Language.Persons.Count == 0)
            return false;
        var beside = 0;
        foreach (var mention in group.Mentions)
        {
            var (_, end) = read.TokensOf(mention.Sentence);
            for (var i = read.TokenAt(mention.Span.End - 1) + 1; i < end; i++)
            {
                if (read.Tokens[i].IsCapitalised)
                    break;
                if (read.Language.Persons.Contains(read.Word(i)))
                {
                    beside++;
                    break;
                }
            }
        }

        return beside >= 2 || beside * 2 > group.Mentions.Count;
    }

    /// <summary>A report of a match or of the market for players, in a language whose words for these are known.</summary>
    public static bool IsSport(AnalyzedText read, CancellationToken cancellationToken)
    {
        var sport = read.Language.Sport;
        if (sport.Count == 0)
            return false;
        var words = 0;
        var pace = new CancellationPace(cancellationToken);
        foreach (var token in read.Tokens)
        {
            pace.Step();
            words += sport.Contains(token.Span.SliceOf(read.Text)) ? 1 : 0;
        }

        return words >= 4 && words * 1000L >= (long)SportInThousand * read.Tokens.Count;
    }
}
