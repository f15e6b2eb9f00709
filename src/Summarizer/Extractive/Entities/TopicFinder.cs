using Summarizer.Text;

namespace Summarizer.Extractive.Entities;

/// <summary>Matters that news argues over, named in running text: gun control, Energiewende, réforme des retraites.</summary>
internal static class TopicFinder
{
    /// <summary>Named less often than this, a matter is touched upon and not argued over.</summary>
    private const int FewestMentions = 3;

    private const int LongestTopic = 4;

    private static readonly Dictionary<string, Dictionary<string, string>> Topics = Load();

    public static IEnumerable<(string Name, List<TargetMention> Mentions)> Find(AnalyzedText read, CancellationToken cancellationToken)
    {
        if (!Topics.TryGetValue(read.Language.Code, out var names))
            return [];
        var byName = names.GetAlternateLookup<ReadOnlySpan<char>>();
        var found = new SortedDictionary<string, List<TargetMention>>(StringComparer.Ordinal);
        for (var s = 0; s < read.Sentences.Count; s++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (first, end) = read.TokensOf(s);
            for (var i = first; i < end; i++)
            {
                for (var length = Math.Min(LongestTopic, end - i); length > 0; length--)
                {
                    var span = new TextSpan(read.Tokens[i].Span.Start, read.Tokens[i + length - 1].Span.End);
                    if (!byName.TryGetValue(span.SliceOf(read.Text), out var name))
                        continue;
                    if (!found.TryGetValue(name, out var mentions))
                        found.Add(name, mentions = []);
                    mentions.Add(new TargetMention(span, s, false));
                    i += length - 1;
                    break;
                }
            }
        }

        return found.Where(f => f.Value.Count >= FewestMentions).Select(f => (f.Key, f.Value));
    }

    private static Dictionary<string, Dictionary<string, string>> Load()
    {
        var topics = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        var file = WordListFile.Open("Extractive/Entities/Lists/topics.txt");
        foreach (var language in file.Sections)
        {
            var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            topics.Add(language, names);
            foreach (var forms in file.Lines(language).Select(l => l.Split(';')))
            {
                foreach (var form in forms)
                    names.TryAdd(form, forms[0]);
            }
        }

        return topics;
    }
}
