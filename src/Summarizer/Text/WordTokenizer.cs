using System.Globalization;

namespace Summarizer.Text;

/// <summary>A word or number of a text, in eight bytes: a text of 10 MB has millions.</summary>
internal readonly record struct Token
{
    private readonly ushort length;

    /// <param name="span">Without a possessive ending; at most <see cref="WordTokenizer.LongestWord"/>.</param>
    /// <param name="shape">How it is written.</param>
    public Token(TextSpan span, TokenShape shape) => (Start, length, Shape) = (span.Start, checked((ushort)span.Length), shape);

    public int Start { get; }

    public TokenShape Shape { get; }

    public TextSpan Span => new(Start, Start + length);

    public bool IsCapitalised => Shape is TokenShape.Title or TokenShape.Upper;
}

internal enum TokenShape : byte
{
    /// <summary>Starts with a small letter, or with one that knows no case.</summary>
    Lower,

    /// <summary>Starts with a capital letter.</summary>
    Title,

    /// <summary>Two letters or more, all of them capitals.</summary>
    Upper,

    /// <summary>Starts with a digit.</summary>
    Number,
}

/// <summary>
/// Text to words, as a reader counts them: apostrophes, hyphens and inner full stops stay inside a word, a Han character
/// or kana is a word, punctuation is none.
/// </summary>
/// <remarks>
/// <see cref="WordPart"/> takes compounds apart, so that a claim's words are found in an article whichever way it joins
/// them; <see cref="TokenLength"/> knows punctuation, too, and cuts as the stance model was trained.
/// </remarks>
internal static class WordTokenizer
{
    /// <summary>
    /// UTF-16 code units; what is longer is cut. The longest token of some hundred news pages, an address with hyphens, has
    /// 60; one endless word must not be copied whole wherever a word is.
    /// </summary>
    public const int LongestWord = 256;

    private static readonly WordSet Elisions = WordListFile.Open("Text/Lists/elisions.txt").Set("", StringComparer.Ordinal);

    public static List<Token> Tokenize(string text, CancellationToken cancellationToken)
    {
        var tokens = new List<Token>(text.Length / 5);
        var pace = new CancellationPace(cancellationToken);
        var i = 0;
        while (i < text.Length)
        {
            pace.Step();
            if (!IsWordStart(text, i))
            {
                i++;
                continue;
            }

            var end = EndOfWord(text, i);
            tokens.Add(new Token(new TextSpan(i, WithoutPossessive(text, i, end)), ShapeOf(text.AsSpan(i, end - i))));
            i = end;
        }

        return tokens;
    }

    public static bool IsApostrophe(char c) => c is '\'' or '’' or 'ʼ';

    private static bool IsWordStart(string text, int i)
        => char.IsLetterOrDigit(text[i])
            || (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLetterOrDigit(text, i));

    private static int EndOfWord(string text, int start)
    {
        if (Scripts.HasWordPerCharacter(text[start]))
            return start + 1;
        var i = start + (char.IsHighSurrogate(text[start]) ? 2 : 1);
        // Every branch goes on by two characters at most.
        var limit = Math.Min(text.Length, start + LongestWord - 1);
        while (i < limit)
        {
            var c = text[i];
            if (char.IsLetterOrDigit(c) && !Scripts.HasWordPerCharacter(c))
                i++;
            else if (char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark || c == '\u00AD')
                i++;
            else if (IsJoint(c) && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]) && Joins(text, i))
                i += 2;
            else if (c == '.' && i - start >= 3 && text[i - 2] == '.' && char.IsLetter(text[i - 1]))
                return i + 1;
            else
                break;
        }

        return i;
    }

    private static bool IsJoint(char c) => IsApostrophe(c) || c is '-' or '‐' or '‑' or '.' or ',' or '&';

    /// <summary>
    /// A full stop joins single letters and digits, a comma digits; the elided article of l'Italie stays a word of its
    /// own.
    /// </summary>
    private static bool Joins(string text, int i) => text[i] switch
    {
        '.' => (char.IsDigit(text[i - 1]) && char.IsDigit(text[i + 1]))
            || (char.IsLetter(text[i - 1]) && (i < 2 || !char.IsLetterOrDigit(text[i - 2]))),
        ',' => char.IsDigit(text[i - 1]) && char.IsDigit(text[i + 1]),
        '-' or '‐' or '‑' or '&' => true,
        _ => !IsElision(text, i),
    };

    private static bool IsElision(string text, int apostrophe)
    {
        var start = apostrophe;
        while (start > 0 && char.IsLetter(text[start - 1]))
            start--;
        return Elisions.Contains(text.AsSpan(start, apostrophe - start));
    }

    private static int WithoutPossessive(string text, int start, int end)
        => end - start > 2 && text[end - 1] is 's' or 'S' && IsApostrophe(text[end - 2]) ? end - 2 : end;

    private static TokenShape ShapeOf(ReadOnlySpan<char> word)
    {
        if (char.IsDigit(word[0]))
            return TokenShape.Number;
        if (!char.IsUpper(word[0]))
            return TokenShape.Lower;
        var letters = 0;
        foreach (var c in word)
        {
            if (char.IsLower(c))
                return letters > 1 && IsPluralOfCapitals(word) ? TokenShape.Upper : TokenShape.Title;
            letters += char.IsLetter(c) ? 1 : 0;
        }

        return letters > 1 ? TokenShape.Upper : TokenShape.Title;
    }

    private static bool IsPluralOfCapitals(ReadOnlySpan<char> word)
        => word[^1] == 's' && word[..^1].IndexOfAnyInRange('a', 'z') < 0;
}
