using Summarizer.Catalog.Search;
using Summarizer.Catalog.Targets;
using Summarizer.Grounding.Facts;
using Summarizer.Grounding.Quotes;
using Summarizer.Storage.Entries;

namespace Summarizer.Tests.Catalog.Search;

/// <summary>Text from outside is split into words and folded for searching, whatever it holds.</summary>
public sealed class FoldTests
{
    /// <summary>Each UTF-16 code unit alone, with a mark after it, and strings of units drawn from where trouble lies.</summary>
    private static IEnumerable<string> AnyStrings()
    {
        for (var c = 0; c <= char.MaxValue; c++)
        {
            yield return ((char)c).ToString();
            yield return $"É{(char)c}\u0301";
        }

        var random = new Random(11);
        string odd = "\uD83D\uDE00\uD800\uDFFF\uFFFE\uFFFF\uFDD0\uFDEF\uFEFF\0\n é\u0301ﬃß\uAC00\u1100\u0345";
        for (var i = 0; i < 5_000; i++)
            yield return string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => odd[random.Next(odd.Length)]));
        foreach (var plane in Enumerable.Range(1, 16))
            yield return char.ConvertFromUtf32((plane << 16) + 0xFFFE) + char.ConvertFromUtf32((plane << 16) + 0xFFFF);
    }

    [Fact]
    public void Any_string_can_be_folded_searched_for_and_compared()
    {
        foreach (var text in AnyStrings())
        {
            Assert.Equal(Folding.Fold(text), Folding.Fold(Folding.Fold(text)));
            Assert.Equal(text.Length, Folding.Whole(text).Length);
            var words = WordSplitter.Split(text).ToArray();
            Assert.Equal(words.Select(w => w.Token), WordSplitter.Split(WordSplitter.Join(text)).Select(w => w.Token).Take(words.Length));
            Assert.All(words, w => Assert.True(w.Start < w.End && w.End <= text.Length, Escaped(text)));
            _ = SearchTerms.Parse(text);
            Assert.Equal(TargetName.Fold(text), TargetName.Fold(TargetName.Fold(text)));
            _ = TextFingerprint.Compute(text);
            _ = ArticleVocabulary.Plain(text);
            _ = FoldedText.Create(text, CancellationToken.None);
        }
    }

    private static string Escaped(string text) => string.Join(' ', text.Select(c => $"{(int)c:X4}"));
}
