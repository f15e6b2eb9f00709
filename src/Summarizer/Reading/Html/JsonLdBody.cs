using Summarizer.Text;

namespace Summarizer.Reading.Html;

/// <summary>
/// The article's text in the page's linked data (schema.org articleBody): a map to the right blocks when these are on
/// the page, and the text itself when scripts would have filled the page.
/// </summary>
internal static class JsonLdBody
{
    private const int LeastBody = 500;
    private const int ShortestMatch = 20;

    // Every block is searched for in the linked text; together these bound the work.
    private const int LongestBody = 300_000;
    private const int MostCompared = 5_000;

    // The blocks found must make up so much of the linked text to be the article.
    private const double Found = 0.75;

    /// <summary>Corrects the choice of blocks; returns the passages when the page itself does not hold them.</summary>
    public static List<Passage>? Apply(Page page, string? body, BoilerplateReason?[] chosen, CancellationToken cancellationToken)
    {
        if (body is null || body.Length < LeastBody || body.Length > LongestBody)
            return null;
        body = body.Contains('&', StringComparison.Ordinal) ? System.Net.WebUtility.HtmlDecode(body) : body;
        var linked = LettersOnly.From(body);
        var matches = new List<PageBlock>();
        long matched = 0, taken = 0;
        var compared = 0;
        foreach (var block in page.Blocks)
        {
            cancellationToken.ThrowIfCancellationRequested();
            taken += chosen[block.Order] is null ? block.Text.Length : 0;
            if (block.Text.Length < ShortestMatch || block.Text.Length > linked.Length * 2 || ++compared > MostCompared)
                continue;
            var letters = LettersOnly.From(block.Text);
            if (letters.Length < ShortestMatch / 2 || !linked.Contains(letters, StringComparison.Ordinal))
                continue;
            matches.Add(block);
            matched += letters.Length;
        }

        if (matched >= linked.Length * Found)
            Restrict(page, matches, chosen, body.Length, taken);
        else if (taken < body.Length * 0.4 && matched < linked.Length * 0.3)
            return Passages(body);
        return null;
    }

    /// <summary>
    /// Blocks between the first and the last that match, unless far more of the page was chosen: then the linked text is
    /// an extract.
    /// </summary>
    private static void Restrict(Page page, List<PageBlock> matches, BoilerplateReason?[] chosen, int length, long taken)
    {
        var inside = matches.Where(m => chosen[m.Order] is null).Sum(m => (long)m.Text.Length);
        if (inside * 2 < length)
        {
            // Another element was chosen, such as a longer teaser: the linked text knows better.
            Array.Fill(chosen, BoilerplateReason.Navigation);
            foreach (var match in matches)
                chosen[match.Order] = null;
            return;
        }

        if (taken > length * 1.6)
            return;
        var (first, last) = (matches[0].Order, matches[^1].Order);
        for (var i = 0; i < chosen.Length; i++)
        {
            if (i > last || i < first - 12)
                chosen[i] ??= BoilerplateReason.Related;
        }
    }

    private static List<Passage> Passages(string body)
    {
        var passages = new List<Passage>();
        var text = body.Contains('<', StringComparison.Ordinal) ? Tags.Replace(body, "\n") : body;
        foreach (var line in CleanText.Normalise(text).Split('\n'))
        {
            var folded = CleanText.Fold(line);
            if (folded.Length > 0)
                passages.Add(new Passage(folded));
        }

        return passages;
    }

    private static readonly System.Text.RegularExpressions.Regex Tags = new("</?(p|br|div|h[1-6]|li)[^<>]*>",
        System.Text.RegularExpressions.RegexOptions.NonBacktracking | System.Text.RegularExpressions.RegexOptions.IgnoreCase);
}
