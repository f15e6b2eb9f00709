using FsCheck;
using FsCheck.Fluent;

namespace Summarizer.Tests.Grounding;

public sealed class EvidencePropertyTests
{
    private static readonly string[] Pieces =
    [
        "word", "Haftar", " ", "  ", "\n", "\r\n", "\n\n", ". ", "e\u0301", "é", "👍", "👩‍👩‍👧", "👍🏽", "“", "”", "\"", "'", "’",
        "–", "—",
        "...", "…", "\u00AD", "\u200B", "\u00A0", "1,000", "日本語", "ﬁ", "ß", "İ", "a\u0308\u0323", "\uD83D", "x",
    ];

    private static readonly Gen<string> Texts =
        Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces));

    [Fact]
    public void Every_evidence_slices_to_its_quote_and_splits_no_character()
        => Prop.ForAll(
            Gen.Zip(Texts, Gen.Zip(Gen.Choose(0, 60), Gen.Choose(1, 40))).ToArbitrary(),
            input =>
            {
                var (text, (start, length)) = input;
                start = Math.Min(start, text.Length);
                var quote = text.Substring(start, Math.Min(length, text.Length - start));
                var sentence = new DraftSentence("It is so.", [new Quote(quote), new Quote(quote, start), new Quote(Retyped(quote))]);
                var grounded = Drafts.Article(text).Ground(sentence);
                return grounded.Summary is null || grounded.Summary.Sentences[0].Evidence.All(e => IsWhole(text, e));
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void Whole_words_of_the_article_are_always_found()
        => Prop.ForAll(
            Texts.Where(t => t.Count(char.IsAsciiLetter) > 1 && !t.Contains('\uD83D')).ToArbitrary(),
            text =>
            {
                var grounded = Drafts.Article(text).Ground(Drafts.Sentence("It is so.", Retyped(text)));
                return grounded.Summary?.Sentences[0].Evidence is [{ } all]
                    && all.Quote.Count(char.IsAsciiLetter) == text.Count(char.IsAsciiLetter);
            }).QuickCheckThrowOnFailure();

    /// <summary>As a model would type it: straight quotation marks, plain dashes, single spaces.</summary>
    private static string Retyped(string quote) => quote
        .Replace('“', '"').Replace('”', '"').Replace('’', '\'').Replace('–', '-').Replace('—', '-')
            .Replace("…", "...", StringComparison.Ordinal)
        .Replace("\r\n", " ", StringComparison.Ordinal).Replace('\n', ' ').Replace('\u00A0', ' ')
            .Replace("\u00AD", "", StringComparison.Ordinal);

    private static bool IsWhole(string text, Evidence evidence)
        => text[evidence.Start..evidence.End] == evidence.Quote && evidence.Quote.Length > 0
            && !SplitsAt(text, evidence.Start) && !SplitsAt(text, evidence.End);

    private static bool SplitsAt(string text, int at)
        => at > 0 && at < text.Length
            && ((char.IsHighSurrogate(text[at - 1]) && char.IsLowSurrogate(text[at]))
                || (text[at - 1] == '\r' && text[at] == '\n')
                || char.GetUnicodeCategory(text[at]) == System.Globalization.UnicodeCategory.NonSpacingMark);
}
