using System.Globalization;
using System.Text;
using Summarizer.Catalog.Search;

namespace Summarizer.Catalog.Targets;

/// <summary>A name as one article gives it to a target, without regard to how it is written.</summary>
/// <param name="Key">As <see cref="Fold"/> gives it.</param>
internal readonly record struct TargetName(string Key, TargetType Type) : IComparable<TargetName>
{
    private const string LeadingArticle = "the ";

    public int Words => 1 + Key.AsSpan().Count(' ');

    public string FirstWord => Words == 1 ? Key : Key[..Key.IndexOf(' ')];

    public string LastWord => Key[(Key.LastIndexOf(' ') + 1)..];

    /// <summary>The name under which <paramref name="written"/> is known.</summary>
    public static TargetName From(string? written, TargetType type) => new(Fold(written), type);

    /// <summary>
    /// Lower case without accents, full stops, quotation marks and commas; words apart by one space; initials in one word;
    /// no leading "the". So <c>U.S.</c>, <c>US</c> and <c>the U. S.</c> are one. A name of nothing but signs stays as it is.
    /// </summary>
    public static string Fold(string? written)
    {
        var plain = Folding.Fold(written);
        var words = Separated(plain).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var key = new StringBuilder(plain.Length);
        for (var i = 0; i < words.Length; i++)
        {
            if (i > 0 && !(words[i].Length == 1 && words[i - 1].Length == 1))
                key.Append(' ');
            key.Append(words[i]);
        }

        var folded = key.ToString();
        if (folded.Length > LeadingArticle.Length && folded.StartsWith(LeadingArticle, StringComparison.Ordinal))
            folded = folded[LeadingArticle.Length..];
        return folded.Length == 0 ? plain : folded;
    }

    /// <summary>Longer names come first: a longer name says more about whom it means.</summary>
    public int CompareTo(TargetName other)
    {
        var order = other.Key.Length.CompareTo(Key.Length);
        if (order == 0)
            order = string.CompareOrdinal(Key, other.Key);
        return order == 0 ? Type.CompareTo(other.Type) : order;
    }

    /// <summary>
    /// Whether this name says in full what <paramref name="shorter"/> says in short: with more words, or as the long form of
    /// an acronym.
    /// </summary>
    public bool Expands(TargetName shorter)
    {
        if (Words <= shorter.Words)
            return false;
        var full = Key.Split(' ');
        return HasInOrder(full, shorter.Key.Split(' ')) || (shorter.Words == 1 && IsAcronymOf(shorter.Key, full));
    }

    private static string Separated(string text)
    {
        var separated = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            switch (char.GetUnicodeCategory(c))
            {
                case UnicodeCategory.DashPunctuation or UnicodeCategory.ConnectorPunctuation or UnicodeCategory.Control:
                case UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                    separated.Append(' ');
                    break;
                case UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.Format:
                    break;
                default:
                    if (c is not ('.' or ',' or '\'' or '"' or '\u02BC' or '\u00B7'))
                        separated.Append(c);
                    break;
            }
        }

        return separated.ToString();
    }

    private static bool HasInOrder(string[] full, string[] some)
    {
        var found = 0;
        foreach (var word in full)
        {
            if (found < some.Length && word == some[found])
                found++;
        }

        return found == some.Length;
    }

    /// <summary>The letters are initials of the words in their order, from the first on; small words may have none.</summary>
    private static bool IsAcronymOf(string letters, string[] full)
    {
        if (letters.Length < 2 || letters[0] != full[0][0])
            return false;
        var found = 0;
        foreach (var word in full)
        {
            if (found < letters.Length && word[0] == letters[found])
                found++;
        }

        return found == letters.Length;
    }
}
