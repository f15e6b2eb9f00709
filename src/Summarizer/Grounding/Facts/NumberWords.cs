using System.Globalization;
using Summarizer.Text;

namespace Summarizer.Grounding.Facts;

/// <summary>Numbers and magnitudes written as words, in the languages most articles come in.</summary>
internal static class NumberWords
{
    private const int LongestWord = 14;

    private static readonly WordListFile File = WordListFile.Open("Grounding/Facts/Lists/numberwords.txt");

    /// <summary>Powers of ten; "billion" is the English one, the long scale has its own spellings.</summary>
    private static readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Scales = Table("scales");

    /// <summary>Letters that may be a magnitude or a unit: 100m, 5k.</summary>
    private static readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Doubtful = Table("doubtful");

    private static readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Small = Table("small");

    /// <summary>The magnitude written right behind a number, in powers of ten, and whether it can be nothing else.</summary>
    public static (int Scale, bool Certain) ScaleAfter(string text, int end)
    {
        var spaced = end < text.Length && text[end] is ' ' or '\u00A0' or '\u202F' or '-';
        var word = WordAt(text, spaced ? end + 1 : end);
        if (word.Length is 0 or > LongestWord)
            return (0, true);
        if (Scales.TryGetValue(word, out var scale))
            return (scale, true);
        return !spaced && Doubtful.TryGetValue(word, out scale) ? (scale, false) : (0, true);
    }

    /// <summary>Adds what a text says in words: "three", "twenty-five", "two million", "a million".</summary>
    public static void AddTo(HashSet<string> known, string text, CancellationToken cancellationToken)
    {
        var pace = new CancellationPace(cancellationToken);
        var (tens, value) = (0, 0);
        for (var i = 0; i < text.Length;)
        {
            pace.Step();
            var word = WordAt(text, i);
            if (word.Length == 0)
            {
                i++;
                continue;
            }

            i += word.Length;
            if (word.Length > LongestWord)
                value = tens = 0;
            else if (Small.TryGetValue(word, out var small))
            {
                value = tens > 0 && small is > 0 and < 10 ? tens + small : small;
                tens = small >= 20 ? small : 0;
                known.Add(NumberScanner.Value($"{value}", "", 0));
            }
            else if (Scales.TryGetValue(word, out var scale))
            {
                known.Add(NumberScanner.Value($"{Math.Max(value, 1)}", "", scale));
                (tens, value) = (0, 0);
            }
            else
                value = tens = 0;
        }
    }

    /// <summary>The run of letters at a position; a sign that is a word by itself counts as one.</summary>
    private static ReadOnlySpan<char> WordAt(string text, int start)
    {
        if (start >= text.Length || !char.IsLetter(text[start]))
            return [];
        if (Scripts.IsCommonHan(text[start]))
            return text.AsSpan(start, 1);
        var end = start + 1;
        while (end < text.Length && char.IsLetter(text[end]))
            end++;
        return text.AsSpan(start, end - start);
    }

    private static Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Table(string section)
    {
        var values = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in File.Lines(section).Select(l => l.Split(' ')))
        {
            foreach (var word in line.Skip(1))
                values.TryAdd(word, int.Parse(line[0], CultureInfo.InvariantCulture));
        }

        return values.GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
