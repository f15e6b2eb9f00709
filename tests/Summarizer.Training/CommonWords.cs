using System.Text;
using System.Text.Json;
using Summarizer.Text;

namespace Summarizer.Training;

/// <summary>
/// <c>common-words SENTENCES OUT</c>: words that news writes small, which name nobody when a sentence or a heading writes
/// them large.
/// </summary>
internal static class CommonWords
{
    /// <summary>A word must be seen small this often, and in this share of its appearances inside a sentence.</summary>
    private const int FewestTimes = 2;

    private const double SmallShare = 0.6;

    private const int LineLength = 120;

    public static int Write(string sentences, string to)
    {
        var counts = new Dictionary<string, (int Small, int All)>(StringComparer.OrdinalIgnoreCase);
        foreach (var text in File.ReadLines(sentences).Select(TextOf).Distinct())
        {
            foreach (var token in WordTokenizer.Tokenize(text, CancellationToken.None).Skip(1))
            {
                var word = token.Span.In(text);
                if (!word.All(char.IsAsciiLetter))
                    continue;
                var (small, all) = counts.GetValueOrDefault(word);
                counts[word] = (small + (token.Shape == TokenShape.Lower ? 1 : 0), all + 1);
            }
        }

        var words = counts.Where(c => c.Value.Small >= FewestTimes && c.Value.Small >= SmallShare * c.Value.All)
            .Select(c => c.Key.ToLowerInvariant()).Order(StringComparer.Ordinal);
        var lines = new StringBuilder(
            "# Words that news writes small. Made from newsmtsc-train.jsonl (NewsMTSC, MIT) by Summarizer.Training common-words.\n");
        var length = 0;
        foreach (var word in words)
        {
            lines.Append(length == 0 ? "" : length + word.Length > LineLength ? "\n" : " ").Append(word);
            length = length + word.Length > LineLength ? word.Length : length + word.Length + 1;
        }

        File.WriteAllText(to, lines.Append('\n').ToString());
        return 0;
    }

    private static string TextOf(string line)
    {
        using var item = JsonDocument.Parse(line);
        return item.RootElement.GetProperty("text").GetString()!;
    }
}
