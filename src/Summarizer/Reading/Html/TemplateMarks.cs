using System.Buffers;
using Summarizer.Text;

namespace Summarizer.Reading.Html;

/// <summary>Words of class, id, role and item property, with what they stand for.</summary>
internal static class TemplateMarks
{
    private static readonly WordListFile File = WordListFile.Open("Reading/Html/Lists/marks.txt");

    private static readonly (BoilerplateReason Reason, string[] Words)[] Groups =
        [.. File.Sections.Where(s => Enum.TryParse<BoilerplateReason>(s, ignoreCase: true, out _))
            .Select(s => (Enum.Parse<BoilerplateReason>(s, ignoreCase: true), File.Words(s).ToArray()))];

    private static readonly SearchValues<string> Any = SearchValues.Create([.. Groups.SelectMany(g => g.Words)], StringComparison.Ordinal);

    private static readonly SearchValues<string> Bodies = Section("body");

    private static readonly SearchValues<string> Standfirsts = Section("standfirst");

    private static readonly SearchValues<string> Authors = Section("author");

    private static readonly SearchValues<string> Dates = Section("date");

    /// <summary>What templates call the element around the article's text.</summary>
    public static bool NameBody(string marks) => marks.AsSpan().ContainsAny(Bodies);

    public static bool NameStandfirst(string marks) => marks.AsSpan().ContainsAny(Standfirsts);

    public static bool NameAuthor(string marks) => marks.AsSpan().ContainsAny(Authors);

    public static bool NameDate(string marks) => marks.AsSpan().ContainsAny(Dates);

    /// <summary>Why an element is no article; null when its marks do not say so.</summary>
    public static BoilerplateReason? Reason(string marks)
    {
        if (!marks.AsSpan().ContainsAny(Any))
            return null;
        foreach (var (reason, words) in Groups)
        {
            foreach (var word in words)
            {
                if (Stands(marks, word))
                    return reason;
            }
        }

        return null;
    }

    /// <summary>At the start of a word, so that "upload" is no "load" and "download-rail" still a rail.</summary>
    private static bool Stands(string marks, string word)
    {
        for (var at = marks.IndexOf(word, StringComparison.Ordinal); at >= 0; at = marks.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if (at == 0 || !char.IsLetter(marks[at - 1]) || !char.IsLetter(word[0]))
                return true;
        }

        return false;
    }

    private static SearchValues<string> Section(string name) => SearchValues.Create([.. File.Words(name)], StringComparison.Ordinal);
}
