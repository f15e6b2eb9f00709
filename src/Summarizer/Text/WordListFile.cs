namespace Summarizer.Text;

/// <summary>
/// A list of words that travels inside the assembly under its path in the source. All have one format: a line that begins
/// with <c>#</c> is a comment and says what belongs in the list, <c>[name]</c> opens a section, and a section holds words
/// apart by spaces, or phrases apart by semicolons, or lines whose meaning is their reader's.
/// </summary>
internal sealed class WordListFile
{
    private readonly OrderedDictionary<string, List<string>> sections = new(StringComparer.Ordinal);

    public WordListFile(TextReader reader)
    {
        List<string>? lines = null;
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            if (line[0] == '[')
                sections.Add(line.Trim('[', ']', ' '), lines = []);
            else if (lines is null)
                sections.Add("", lines = [line]);
            else
                lines.Add(line);
        }
    }

    /// <summary>In the order of the file; a file without sections has one without a name.</summary>
    public IEnumerable<string> Sections => sections.Keys;

    /// <param name="path">Below the project's folder, such as <c>Text/Lists/sides.txt</c>.</param>
    /// <exception cref="InvalidOperationException">The assembly was built without the file.</exception>
    public static WordListFile Open(string path)
    {
        using var stream = typeof(WordListFile).Assembly.GetManifestResourceStream(path)
            ?? throw new InvalidOperationException($"The assembly was built without {path}.");
        using var reader = new StreamReader(stream);
        return new WordListFile(reader);
    }

    /// <exception cref="InvalidDataException">The file has no such section.</exception>
    public IReadOnlyList<string> Lines(string section = "")
        => sections.GetValueOrDefault(section) ?? throw new InvalidDataException($"The word list has no section [{section}].");

    /// <summary>The words of a section, in their order.</summary>
    public IEnumerable<string> Words(string section = "")
        => Lines(section).SelectMany(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The phrases of a section, in their order. An underscore stands for a space at an end, where it could not be seen.</summary>
    public IEnumerable<string> Phrases(string section)
        => Lines(section)
            .SelectMany(l => l.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Select(p => p.Replace('_', ' '));

    /// <summary>The words of a section, to be looked up, with and without regard to case.</summary>
    public WordSet Set(string section = "", StringComparer? comparer = null)
        => new(Words(section), comparer ?? StringComparer.OrdinalIgnoreCase);
}
