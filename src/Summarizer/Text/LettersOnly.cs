namespace Summarizer.Text;

/// <summary>A text as its letters and digits in lower case: what stays the same when marks, spaces and case differ.</summary>
internal static class LettersOnly
{
    public static string From(string text)
    {
        var letters = new char[text.Length];
        var count = 0;
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
                letters[count++] = char.ToLowerInvariant(c);
        }

        return new string(letters, 0, count);
    }
}
