using Summarizer.Text;

namespace Summarizer.Editions;

/// <summary>
/// A text as the set of its shingles, the runs of five words that it has (Broder, "On the resemblance and containment of
/// documents", 1997), ready to be compared.
/// </summary>
/// <remarks>
/// Time is that of reading and sorting the text once; a comparison is linear in both texts. Words count by their letters: neither
/// punctuation, white space nor capitals make a difference. Where a character is a word, ten of them make a shingle.
/// </remarks>
public sealed class TextShingles
{
    /// <summary>Shingles in <see cref="Sketch"/>: two texts that share a tenth of all their shingles have one in common in 97 of 100
    /// cases.</summary>
    public const int SketchSize = 32;

    private const int Words = 5, Characters = 10;

    /// <summary>Texts with fewer shingles are alike by chance: nothing but the same words makes them editions.</summary>
    private const int FewShingles = 20;

    /// <summary>With fewer shingles outside quotations, those outside say nothing about the whole.</summary>
    private const int FewOutside = 10;

    /// <summary>Least shares of shingles in common for an edition: of the shorter text, and of both together. Measured on pairs of
    /// news articles, as is <see cref="DerivedShare"/>.</summary>
    private const double EditionContained = 0.70, EditionShared = 0.37;

    /// <summary>Least share for a derived text: the mean of the share of all shingles and of that outside quotations. Reports of one
    /// event quote the same people at length; what they have in common outside is little.</summary>
    private const double DerivedShare = 0.30;

    private readonly ulong[] all;
    private readonly ulong[] quoted;

    private TextShingles(ulong[] all, ulong[] quoted) => (this.all, this.quoted) = (all, quoted);

    /// <summary>Shingles, each counted once.</summary>
    public int Count => all.Length;

    /// <summary>
    /// The smallest hashes of the text's shingles, at most <see cref="SketchSize"/>: a sample that two texts take alike, so that
    /// those with much in common have hashes in common (bottom-k MinHash).
    /// </summary>
    public ReadOnlySpan<ulong> Sketch => all.AsSpan(0, Math.Min(all.Length, SketchSize));

    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static TextShingles From(string text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = WordTokenizer.Tokenize(text, cancellationToken);
        var quotations = QuotationFinder.In(text, BlockFinder.Find(text, cancellationToken), cancellationToken);
        var hashes = new ulong[tokens.Count];
        var isQuoted = new bool[tokens.Count];
        var (characters, next) = (0, 0);
        var pace = new CancellationPace(cancellationToken);
        for (var i = 0; i < tokens.Count; i++)
        {
            pace.Step();
            var span = tokens[i].Span;
            hashes[i] = TextHash.Compute(span.SliceOf(text));
            characters += Scripts.HasWordPerCharacter(text[span.Start]) ? 1 : 0;
            while (next < quotations.Count && quotations[next].End <= span.Start)
                next++;
            isQuoted[i] = next < quotations.Count && quotations[next].Start <= span.Start;
        }

        return From(hashes, isQuoted, characters * 2 > tokens.Count ? Characters : Words, cancellationToken);
    }

    /// <summary>How this text relates to <paramref name="other"/>; the same the other way round.</summary>
    public EditionMatch CompareTo(TextShingles other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var (common, outside) = Common(other);
        var contained = Share(common, Math.Min(Count, other.Count));
        var shared = Share(common, Count + other.Count - common);
        if (Math.Min(Count, other.Count) < FewShingles)
            return new EditionMatch(shared < 1 ? EditionLabel.Different : EditionLabel.Edition, contained);
        var fewest = Math.Min(Count - quoted.Length, other.Count - other.quoted.Length);
        var outsideQuotations = fewest < FewOutside ? contained : Share(outside, fewest);
        var label = contained >= EditionContained && shared >= EditionShared ? EditionLabel.Edition
            : (contained + outsideQuotations) / 2 >= DerivedShare ? EditionLabel.Derived
            : EditionLabel.Different;
        return new EditionMatch(label, contained);
    }

    private static TextShingles From(ulong[] words, bool[] isQuoted, int length, CancellationToken cancellationToken)
    {
        length = Math.Min(length, words.Length);
        var count = length == 0 ? 0 : words.Length - length + 1;
        var (all, quoted) = (new ulong[count], new List<ulong>());
        var pace = new CancellationPace(cancellationToken);
        var inside = 0;
        for (var i = 0; i < words.Length; i++)
        {
            pace.Step();
            inside += isQuoted[i] ? 1 : 0;
            var first = i - length + 1;
            if (first < 0)
                continue;
            var hash = 0UL;
            for (var j = first; j <= i; j++)
                hash = TextHash.Join(hash, words[j]);
            all[first] = hash;
            if (inside > 0)
                quoted.Add(hash);
            inside -= isQuoted[first] ? 1 : 0;
        }

        cancellationToken.ThrowIfCancellationRequested();
        return new TextShingles(Distinct(all), Distinct([.. quoted]));
    }

    private static ulong[] Distinct(ulong[] hashes)
    {
        Array.Sort(hashes);
        var kept = 0;
        for (var i = 0; i < hashes.Length; i++)
        {
            if (i == 0 || hashes[i] != hashes[i - 1])
                hashes[kept++] = hashes[i];
        }

        return hashes[..kept];
    }

    /// <summary>Shingles that both have, and of them those that neither quotes.</summary>
    private (int Common, int Outside) Common(TextShingles other)
    {
        var (common, outside) = (0, 0);
        for (int i = 0, j = 0; i < all.Length && j < other.all.Length;)
        {
            if (all[i] < other.all[j])
            {
                i++;
            }
            else if (all[i] > other.all[j])
            {
                j++;
            }
            else
            {
                common++;
                if (Array.BinarySearch(quoted, all[i]) < 0 && Array.BinarySearch(other.quoted, all[i]) < 0)
                    outside++;
                i++;
                j++;
            }
        }

        return (common, outside);
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
