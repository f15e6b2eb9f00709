using System.Collections.ObjectModel;

namespace Summarizer.Text;

/// <summary>Word lists that travel inside the assembly: words apart by white space, <c>#</c> comments, <c>[name]</c> opens a section.</summary>
internal static class WordList
{
    /// <summary>The words of every section, compared without case.</summary>
    public static ReadOnlyDictionary<string, HashSet<string>> Sections(string list)
    {
        var sections = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var (section, line) in Lines(list))
        {
            if (!sections.TryGetValue(section, out var words))
                sections.Add(section, words = new HashSet<string>(StringComparer.OrdinalIgnoreCase));
            foreach (var range in line.AsSpan().Split(' '))
            {
                if (line.AsSpan()[range].IsWhiteSpace())
                    continue;
                words.Add(line[range]);
                if (line.AsSpan()[range].Contains('\''))
                    words.Add(line[range].Replace('\'', '’'));
            }
        }

        return sections.AsReadOnly();
    }

    /// <summary>Lines with their section, without comments and empty lines.</summary>
    public static IEnumerable<(string Section, string Line)> Lines(string list)
    {
        using var stream = typeof(WordList).Assembly.GetManifestResourceStream("Lists." + list)
            ?? throw new InvalidOperationException($"The word list {list} is not in the assembly.");
        using var reader = new StreamReader(stream);
        var section = "";
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            if (line[0] == '[')
                section = line.Trim('[', ']', ' ');
            else
                yield return (section, line);
        }
    }

    /// <summary>Looks words up without making strings of them.</summary>
    public static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> BySpan(this HashSet<string> words)
        => words.GetAlternateLookup<ReadOnlySpan<char>>();
}
