using Summarizer.Extractive.Summaries;

namespace Summarizer.Tests.Extractive.Summaries;

public sealed class HeadlineTests
{
    [Fact]
    public void A_title_that_fits_is_kept()
        => Assert.Equal("Rain stops play", Headline.Cut(" Rain stops play "));

    [Fact]
    public void A_long_line_is_cut_at_a_clause()
    {
        var clause = "The committee that was set up in the spring has not met once since then";
        Assert.Equal(clause,
            Headline.Cut(clause + ", and nobody who was asked about it in the ministry this week could say when it would meet"));
    }

    [Fact]
    public void Without_a_clause_it_is_cut_at_a_word()
    {
        var cut = Headline.Cut(string.Join(' ', Enumerable.Repeat("word", 60)));
        Assert.InRange(cut.Length, 100, Headline.Longest);
        Assert.EndsWith("word", cut, StringComparison.Ordinal);
    }
}
