namespace Summarizer.Reading;

/// <summary>JSON as others write it, made readable for a strict parser.</summary>
internal static class JsonText
{
    /// <summary>
    /// Half of an escaped surrogate pair, as is left when a program cuts a text within an emoji, becomes U+FFFD: System.Text.Json
    /// parses it and then refuses to give the string. Raw control characters, line ends within strings above all, become spaces.
    /// </summary>
    public static string Repair(ReadOnlySpan<char> json)
    {
        var repaired = json.ToArray();
        for (var i = 0; i < repaired.Length; i++)
        {
            if (repaired[i] < ' ')
                repaired[i] = ' ';
            else if (char.IsSurrogate(repaired[i]) && !IsPair(repaired, i))
                repaired[i] = '\uFFFD';
            else if (char.IsHighSurrogate(repaired[i]))
                i++;
            else if (repaired[i] == '\\')
                i = AfterEscape(repaired, i);
        }

        return new string(repaired);
    }

    private static bool IsPair(ReadOnlySpan<char> json, int at)
        => char.IsHighSurrogate(json[at]) && at + 1 < json.Length && char.IsLowSurrogate(json[at + 1]);

    /// <summary>Index of the last character of the escape, or of the pair of escapes, that begins at a backslash.</summary>
    private static int AfterEscape(Span<char> json, int at)
    {
        if (Escaped(json, at) is not { } unit)
            return at + 1;
        if (char.IsHighSurrogate(unit) && Escaped(json, at + 6) is { } low && char.IsLowSurrogate(low))
            return at + 11;
        if (char.IsSurrogate(unit))
            "FFFD".CopyTo(json[(at + 2)..]);
        return at + 5;
    }

    /// <summary>The code unit of the escape \uXXXX at an index, or null when none is there.</summary>
    private static char? Escaped(ReadOnlySpan<char> json, int at)
        => at + 6 <= json.Length && json[at] == '\\' && json[at + 1] == 'u'
            && ushort.TryParse(json.Slice(at + 2, 4), System.Globalization.NumberStyles.AllowHexSpecifier, null, out var unit)
                ? (char)unit : null;
}
