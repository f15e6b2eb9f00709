using Summarizer.Extractive;
using Summarizer.Extractive.Summaries;

namespace Summarizer.Tests.Extractive.Summaries;

public sealed class ExtractorTests
{
    private const string Article =
        "The island ferry will stop running in May, the council said. It gave no reason for the decision. "
        + "The ferry carries four hundred commuters across the sound every day. However, the council has no money for a new ferry. "
        + "Weather on the island was mild this week. Commuters on the island called the decision about the ferry a disgrace.";

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(20)]
    public void As_many_as_asked_for_in_the_articles_order_and_none_that_leans_on_another(int sentences)
    {
        var chosen = Choose(Article, sentences);

        Assert.Equal(Math.Min(sentences, 5), chosen.Count);
        Assert.Equal(chosen.Order(), chosen);
        Assert.DoesNotContain("It gave no reason for the decision.", chosen.Select(s => s.Text));
    }

    [Fact]
    public void What_the_article_is_about_comes_before_what_it_mentions()
        => Assert.DoesNotContain(Choose(Article, 2), s => s.Text.StartsWith("Weather", StringComparison.Ordinal));

    [Fact]
    public void Where_nothing_stands_alone_whatever_is_there_has_to_do()
        => Assert.Equal(["It did.", "They left."], Choose("It did. But no. They left.", 2).Select(s => s.Text));

    /// <summary>The chosen sentences and where each begins.</summary>
    private static List<(int Start, string Text)> Choose(string text, int sentences)
    {
        var read = new AnalyzedText(text, "en", CancellationToken.None);
        var chosen = Extractor.Choose(read, null, sentences, CancellationToken.None).Select(s => read.Sentences[s].Span);
        return [.. chosen.Select(span => (span.Start, span.In(text)))];
    }
}
