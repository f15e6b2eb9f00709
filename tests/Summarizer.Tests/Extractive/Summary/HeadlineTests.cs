using Summarizer.Extractive;
using Summarizer.Extractive.Summaries;

namespace Summarizer.Tests.Extractive.Summaries;

public sealed class HeadlineTests
{
    private const string Article =
        "The island ferry will stop running in May, the council said. It gave no reason for the decision. "
        + "The ferry carries four hundred commuters across the sound every day. However, the council has no money for a new ferry. "
        + "Commuters on the island called the decision about the ferry a disgrace.";

    [Fact]
    public void It_says_in_the_articles_words_what_the_title_leaves_out()
    {
        var headline = Choose(Article, "Island ferry will stop running in May");

        Assert.Contains(headline, Article, StringComparison.Ordinal);
        Assert.Equal("Commuters on the island called the decision about the ferry a disgrace", headline);
    }

    [Fact]
    public void Without_a_title_it_is_the_most_telling_sentence()
        => Assert.Equal("The island ferry will stop running in May, the council said", Choose(Article, null));

    [Theory]
    [InlineData("The island ferry will stop running in May, the council said")]
    [InlineData("THE ISLAND FERRY WILL STOP RUNNING IN MAY, THE COUNCIL SAID!")]
    public void The_title_is_never_said_again(string title)
        => Assert.DoesNotContain("stop running in May", Choose(Article, title), StringComparison.Ordinal);

    [Fact]
    public void A_text_that_has_nothing_but_the_title_gives_none()
        => Assert.Equal("", Choose("The island ferry will stop running in May.", "The island ferry will stop running in May"));

    [Theory]
    [InlineData("The council of the island has sold the ferry to a company from the mainland, which will not say how often it is going "
        + "to cross the sound in winter.", "The council of the island has sold the ferry to a company from the mainland")]
    [InlineData("The council of the island has sold the ferry to Northport Lines, and by the end of a long and very cold winter, when "
        + "nobody crosses, the crew was gone.", "The council of the island has sold the ferry to Northport Lines")]
    public void A_long_sentence_ends_where_a_clause_does(string sentence, string headline)
        => Assert.Equal(headline, Choose(sentence, null));

    [Theory]
    [InlineData("The ferry to the island is going to be sold to a company from the mainland, with all of its crew and all of its debts, "
        + "the mayor of the island said on Monday.")]
    [InlineData("The ferry to the island is going to be sold to a company from the mainland, with all of its crew and all of its debts, "
        + "unless somebody finds a million by Monday.")]
    public void A_clause_does_not_lose_its_speaker_or_its_condition(string sentence)
    {
        const string Short = " The old harbour of the island was closed after the storm on Friday.";

        Assert.Equal(Short.Trim(' ', '.'), Choose(sentence + Short, null));
    }

    [Fact]
    public void Neither_a_row_of_a_list_nor_a_question_nor_the_place_of_writing_is_in_it()
    {
        const string Text =
            "HOLM (Reuters) - The crew of the ferry went on strike on Monday.\n\n- The ferry to Holm costs nine crowns in summer.\n"
            + "- The ferry to Skerry costs six crowns in winter.\n\nWill the crew of the ferry to Holm strike again in winter?";

        Assert.Equal("The crew of the ferry went on strike on Monday", Choose(Text, null));
    }

    [Fact]
    public void In_a_language_without_a_tagger_a_whole_sentence_is_taken()
        => Assert.Equal("Der Rat der Insel hat kein Geld für ein neues Schiff", Choose(
            "Die Fähre zur Insel Holm wird im Mai eingestellt, wie der Rat der Insel am Montagabend nach langer Beratung in der alten "
            + "Schule mitgeteilt hat. Der Rat der Insel hat kein Geld für ein neues Schiff.", "Fähre nach Holm wird eingestellt", "de"));

    [Fact]
    public void A_line_that_fits_is_kept()
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

    private static string Choose(string text, string? title, string language = "en")
    {
        var read = new AnalyzedText(text, language, CancellationToken.None);
        var scores = new SentenceScores(read, title, PrecisionModel.Shared, CancellationToken.None);
        var chosen = Extractor.Choose(read, scores, 3, CancellationToken.None);
        return Headline.Choose(read, title, scores, chosen, CancellationToken.None);
    }
}
