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
    public void What_stands_twice_is_chosen_once()
    {
        const string Twice = "The ferry carries four hundred commuters across the sound every day.";
        var chosen = Choose($"{Twice} {Article} {Twice.Replace("every day", "each day", StringComparison.Ordinal)} {Twice}", 20);

        Assert.Single(chosen, s => s.Text.StartsWith("The ferry carries four hundred commuters", StringComparison.Ordinal));
    }

    [Fact]
    public void A_heading_without_a_verb_is_no_sentence_of_a_summary()
        => Assert.DoesNotContain(
            Choose($"{Article} A still from the film about the crew of the ferry.", 20),
            s => s.Text.StartsWith("A still", StringComparison.Ordinal));

    [Fact]
    public void A_commentary_is_summarised_by_what_it_urges_and_not_by_its_anecdote()
    {
        const string Thesis = "The council should keep the ferry of Holm and sell its new town hall instead.";
        const string Anecdote = "My aunt once lost a hat on the quay and waited for it all through a long winter.";
        const string Column =
            $"{Anecdote} I was six and I remember the gulls above us. We had sandwiches with cold egg, and you could smell the tar. "
            + "I have told this to my own children many times. You may ask what a hat is good for, and I would not know."
            + "\n\nWe islanders know what the ferry is worth to us. " + Thesis;

        Assert.Equal([Thesis], Choose(Column, 1).Select(s => s.Text));
    }

    [Fact]
    public void Where_nothing_stands_alone_whatever_is_there_has_to_do()
        => Assert.Equal(2, Choose("It did. But no. They left.", 2).Count);

    /// <summary>The chosen sentences and where each begins.</summary>
    private static List<(int Start, string Text)> Choose(string text, int sentences)
    {
        var read = new AnalyzedText(text, "en", CancellationToken.None);
        var scores = new SentenceScores(read, null, PrecisionModel.Shared, CancellationToken.None);
        var chosen = Extractor.Choose(read, scores, sentences, CancellationToken.None).Select(s => read.Sentences[s].Span);
        return [.. chosen.Select(span => (span.Start, span.In(text)))];
    }
}
