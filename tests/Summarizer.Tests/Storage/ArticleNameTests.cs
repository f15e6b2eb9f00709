using Summarizer.Storage;

namespace Summarizer.Tests.Storage;

public sealed class ArticleNameTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("2018/derna.md")]
    [InlineData("a..b/c...txt")]
    [InlineData("سقوط درنة.txt")]
    [InlineData("100% <b>&?#.txt")]
    public void IsValid_ordinary_names_pass(string name) => Assert.True(ArticleName.IsValid(name, out _));

    [Theory]
    [InlineData("")]
    [InlineData("../x")]
    [InlineData("a/./b")]
    [InlineData("a//b")]
    [InlineData("/a")]
    [InlineData("a/")]
    [InlineData("a\\b")]
    [InlineData("a\nb")]
    [InlineData("a\u0085b")]
    [InlineData("a\uFFFEb")]
    [InlineData("a\uFDD0")]
    [InlineData("\U0001FFFF.txt")]
    public void IsValid_others_are_told_why(string name)
    {
        Assert.False(ArticleName.IsValid(name, out var problem));
        Assert.EndsWith(".", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void IsValid_counts_to_1024()
    {
        Assert.True(ArticleName.IsValid(new string('a', 1024), out _));
        Assert.False(ArticleName.IsValid(new string('a', 1025), out _));
    }

    [Fact]
    public void IsValid_refuses_half_a_surrogate_pair()
    {
        foreach (var name in new[] { "a\uD83D.txt", "\uDE00", "\uDE00\uD83D" })
            Assert.False(ArticleName.IsValid(name, out _));
        Assert.True(ArticleName.IsValid("\uD83D\uDE00.txt", out _));
    }

    [Fact]
    public void ResultOf_an_ordinary_name_is_the_name_with_an_ending()
    {
        Assert.Equal("a.txt.json", ArticleName.ResultOf("a.txt"));
        Assert.Equal(new string('a', 1019) + ".json", ArticleName.ResultOf(new string('a', 1019)));
    }

    [Fact]
    public void ResultOf_no_two_names_share_a_blob_and_each_can_be_used()
    {
        var rnd = new Random(7);
        var names = new HashSet<string>(
            ["", "../x", "x", "trail/", "trail", "a\\b", "a\uD800", "a\uDBFF", "a\uFFFD", "a\uFFFE"], StringComparer.Ordinal);
        for (var i = 0; i < 2_000; i++)
            names.Add(Word(rnd, rnd.Next(1_010, 1_030)));
        // Names made up to be the result of another name, again and again.
        var blobs = names.Select(ArticleName.ResultOf).ToArray();
        names.UnionWith(blobs);
        names.UnionWith(blobs.Select(b => b.EndsWith(".json", StringComparison.Ordinal) ? b[..^5] : b));
        names.UnionWith(blobs.Select(b => b + ".json"));

        var results = names.Select(ArticleName.ResultOf).ToArray();

        Assert.Equal(names.Count, results.Distinct(StringComparer.Ordinal).Count());
        Assert.All(results, r => Assert.True(ArticleName.IsValid(r, out _)));
    }

    private static string Word(Random random, int length)
        => string.Create(length, random, static (span, rnd) =>
        {
            span.Fill('a');
            span[^1] = (char)rnd.Next('a', 'd');
            span[rnd.Next(span.Length)] = "/~.\uD83Dé\uFFFE"[rnd.Next(6)];
        });
}
