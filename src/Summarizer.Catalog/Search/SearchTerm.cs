namespace Summarizer.Catalog.Search;

/// <summary>One thing that is looked for: a word, or several in a row.</summary>
/// <param name="Tokens">At least one, as <see cref="WordSplitter"/> gives them.</param>
/// <param name="IsPrefix">Whether the last of them may be the beginning of a word.</param>
/// <param name="IsExcluded">Whether articles that have it are left out.</param>
internal sealed record SearchTerm(IReadOnlyList<string> Tokens, bool IsPrefix, bool IsExcluded)
{
    /// <summary>The term as the full-text index takes it: letters, digits and marks between quotation marks, which is no syntax.</summary>
    public string Match => $"\"{string.Join(' ', Tokens)}\"{(IsPrefix ? " *" : "")}";
}

/// <summary>What somebody typed, read so that nothing is an error: words, "phrases", prefix*, -without.</summary>
/// <param name="Sought">What articles must have, all of it.</param>
/// <param name="Excluded">What they must not have.</param>
internal sealed record SearchTerms(IReadOnlyList<SearchTerm> Sought, IReadOnlyList<SearchTerm> Excluded)
{
    /// <summary>Terms beyond these are ignored; nobody types so many.</summary>
    private const int MaxTerms = 16;

    /// <summary>Whether nothing is looked for that a text could have, such as in <c>"!!!"</c>: then nothing is found.</summary>
    public bool IsEmpty => Sought.Count + Excluded.Count == 0;

    /// <param name="typed">As it was typed; a quotation mark without a second one lasts to the end.</param>
    public static SearchTerms Parse(string typed)
    {
        var (terms, at) = (new List<SearchTerm>(), 0);
        while (at < typed.Length && terms.Count < MaxTerms)
        {
            if (char.IsWhiteSpace(typed[at]))
            {
                at++;
                continue;
            }

            var isExcluded = typed[at] == '-' && at + 1 < typed.Length && !char.IsWhiteSpace(typed[at + 1]);
            if (isExcluded)
                at++;
            var isPhrase = IsQuotationMark(typed[at]);
            var start = isPhrase ? at + 1 : at;
            var end = start;
            while (end < typed.Length && !(isPhrase ? IsQuotationMark(typed[end]) : IsWordEnd(typed[end])))
                end++;
            at = isPhrase ? Math.Min(end + 1, typed.Length) : end;
            var isPrefix = !isPhrase && end > start && typed[end - 1] == '*';
            if (isPhrase && at < typed.Length && typed[at] == '*')
                (isPrefix, at) = (true, at + 1);
            if (From(typed[start..end], isPrefix, isExcluded) is { } term)
                terms.Add(term);
        }

        return new SearchTerms([.. terms.Where(t => !t.IsExcluded)], [.. terms.Where(t => t.IsExcluded)]);
    }

    private static SearchTerm? From(string text, bool isPrefix, bool isExcluded)
    {
        string[] tokens = [.. WordSplitter.Split(text, isSought: true).Select(w => w.Token)];
        return tokens.Length == 0 ? null : new SearchTerm(tokens, isPrefix || WordSplitter.IsLoneDense(tokens[^1]), isExcluded);
    }

    private static bool IsWordEnd(char c) => char.IsWhiteSpace(c) || IsQuotationMark(c);

    private static bool IsQuotationMark(char c)
        => c is '"' or '\u201C' or '\u201D' or '\u201E' or '\u00AB' or '\u00BB' or '\u300C' or '\u300D';
}
