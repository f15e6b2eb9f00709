using System.Buffers;
using Summarizer.Text;

namespace Summarizer.Reading.Metadata;

/// <summary>Bylines into names: no "By", no job titles, no outlets, no dates.</summary>
internal static class AuthorNames
{
    private const int LongestName = 50;
    private const int MostNames = 12;

    private static readonly SearchValues<char> NeverInNames = SearchValues.Create("@:?!…#_<>{}\\=");

    private static readonly WordListFile File = WordListFile.Open("Reading/Metadata/Lists/bylines.txt");

    private static readonly string[] Openings = [.. File.Phrases("openings")];

    private static readonly string[] Separators =
        [.. File.Words("joiners").Select(w => $" {w} "), ";", ",", "|", "/", "·", "•", "\n", " – ", " — ", " - ", "(", "["];

    private static readonly WordSet NotNames = File.Set("no names");

    private static readonly string[] BodyWords = [.. File.Phrases("bodies")];

    /// <summary>Whether a line begins as bylines do and holds a name.</summary>
    public static bool IsByline(string line) => line.Length <= 160 && AfterOpening(line) is { } rest && Parse(rest).Count > 0;

    /// <summary>The names in a byline or meta tag; none when there are none.</summary>
    public static List<string> Parse(string byline)
    {
        var names = new List<string>();
        if (byline.Length > 400)
            return names;
        var text = CleanText.Fold(byline);
        text = AfterOpening(text) ?? text;
        if (DateText.Find(text, false, out var start, out var end) is not null)
            text = start > 2 ? text[..start] : text[end..];
        foreach (var piece in text.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var part = piece.AsSpan().Trim(" :*–—-_)\"“”|").ToString();
            part = AfterOpening(part) ?? part;
            var name = Capitalised(WithoutStop(part.Trim(' ', ':', ',', '\'')));
            if (IsName(name) && !names.Contains(name, StringComparer.OrdinalIgnoreCase) && names.Count < MostNames)
                names.Add(name);
        }

        return names;
    }

    /// <summary>The body that a byline names in place of a person, such as "by University of Tokyo"; null for anything else.</summary>
    public static string? Body(string byline)
    {
        if (AfterOpening(CleanText.Fold(byline).Split(" | ")[0]) is not { Length: > 5 and <= 60 } name || !char.IsUpper(name[0])
            || name.AsSpan().IndexOfAny(NeverInNames) >= 0)
            return null;
        return LineShape.WordCount(name) is >= 2 and <= 7 && BodyWords.Any(w => name.Contains(w, StringComparison.Ordinal))
            ? name.TrimEnd('.', ',') : null;
    }

    /// <summary>Whether a text could be one person's name: a few capitalised words, no digits, no words of the trade.</summary>
    public static bool IsName(string text)
    {
        if (text.Length is < 3 or > LongestName || text.AsSpan().IndexOfAnyInRange('0', '9') >= 0
            || text.AsSpan().IndexOfAny(NeverInNames) >= 0)
            return false;
        var words = 0;
        var capitalised = 0;
        foreach (var range in text.AsSpan().Split(' '))
        {
            var word = text.AsSpan(range).Trim(".,'’\"");
            if (word.Length == 0)
                continue;
            if (NotNames.Contains(word) || word[1..].Contains('.') && word.Length > 6)
                return false;
            words++;
            capitalised += char.IsUpper(word[0]) || char.GetUnicodeCategory(word[0]) == System.Globalization.UnicodeCategory.OtherLetter
                ? 1 : 0;
        }

        // One word in capitals is an agency: AFP, ANI, DPA.
        var acronym = words == 1 && text.Length <= 5 && !text.Any(char.IsLower) && Scripts.IsLatin(text[0]);
        return words is >= 1 and <= 5 && capitalised * 2 >= words && capitalised > 0 && !acronym;
    }

    /// <summary>A full stop at the end stays with an initial or "Jr." only.</summary>
    private static string WithoutStop(string name)
        => name.EndsWith('.') && !IsAbbreviated(name) ? name.TrimEnd('.') : name;

    private static bool IsAbbreviated(string name)
        => name.Length > 3
            && (name[^3] is ' ' or '.' || name.EndsWith("Jr.", StringComparison.Ordinal) || name.EndsWith("Sr.", StringComparison.Ordinal));

    /// <summary>JOHN SMITH and john smith as John Smith; anything else as it is.</summary>
    private static string Capitalised(string name)
    {
        var letters = name.Where(char.IsLetter).ToList();
        if (letters.Count < 5 || !name.Contains(' ', StringComparison.Ordinal)
            || (!letters.TrueForAll(char.IsUpper) && !letters.TrueForAll(char.IsLower)))
            return name;
        var characters = name.ToLowerInvariant().ToCharArray();
        for (var i = 0; i < characters.Length; i++)
        {
            if (i == 0 || characters[i - 1] is ' ' or '-' or '\'' or '’' or '.')
                characters[i] = char.ToUpperInvariant(characters[i]);
        }

        return new string(characters);
    }

    private static string? AfterOpening(string text)
    {
        foreach (var opening in Openings)
        {
            if (text.StartsWith(opening, StringComparison.OrdinalIgnoreCase))
                return text[opening.Length..].TrimStart(' ', ':');
        }

        return null;
    }
}
