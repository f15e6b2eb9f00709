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
    public void ResultOf_fits_the_storage_for_every_name_and_stays_unique()
    {
        Assert.Equal("a.txt.json", ArticleName.ResultOf("a.txt"));
        var (one, other) = (new string('a', 1023) + "b", new string('a', 1023) + "c");
        Assert.Equal(1024, ArticleName.ResultOf(one).Length);
        Assert.NotEqual(ArticleName.ResultOf(one), ArticleName.ResultOf(other));
    }
}
