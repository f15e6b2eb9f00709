using Summarizer.Extractive;
using Summarizer.Extractive.Summaries;

namespace Summarizer.Tests.Extractive.Summaries;

public sealed class StandaloneScoreTests
{
    private const string Whole = "The council approved the new harbour budget on Tuesday evening.";

    [Theory]
    [InlineData("en", Whole)]
    [InlineData("de", "Der Rat hat am Dienstag den neuen Haushalt für den Hafen beschlossen.")]
    [InlineData("fr", "Le conseil a adopté mardi soir le nouveau budget du port.")]
    public void A_sentence_that_explains_itself_scores_best(string language, string text) => Assert.Equal(1, Score(text, language));

    [Theory]
    [InlineData("It approved the new harbour budget after a long debate on Tuesday.")]
    [InlineData("But the mayor rejected the plan for the harbour on Tuesday.")]
    [InlineData("and the council approved the new harbour budget on Tuesday evening.")]
    [InlineData("Council approves budget.")]
    [InlineData("The council approved the harbour budget.")]
    [InlineData("(The council approved the new harbour budget on Tuesday evening.)")]
    [InlineData("Turn the Whole Thing into a Bird Feeder for the Garden.")]
    [InlineData("The old bridge (built in 1902 was closed on Monday after the storm.")]
    [InlineData("Photo: the mayor opens the new harbour bridge on Tuesday morning.")]
    [InlineData("Read more about the budget of the harbour at www.example.org today.")]
    public void What_points_elsewhere_is_torn_or_is_no_sentence_of_the_story_is_not_shown_alone(string text)
        => Assert.Equal(0, Score(text));

    [Theory]
    [InlineData("However, the council approved the new harbour budget on Tuesday.")]
    [InlineData("Will the council approve the new harbour budget before the summer?")]
    [InlineData("The mayor said: “We will not pay a single euro for that bridge”.")]
    public void What_leans_on_its_neighbours_scores_between(string text) => Assert.InRange(Score(text), 0.3, 0.8);

    [Fact]
    public void The_more_of_it_is_quoted_the_less_it_stands_alone()
        => Assert.True(
            Score("The mayor called the new harbour budget of the council “a disgrace” on Tuesday.")
            > Score("The mayor called it “a disgrace that our children will have to pay for” on Tuesday."));

    private static double Score(string text, string language = "en")
        => StandaloneScore.Compute(new AnalyzedText(text, language, CancellationToken.None), 0);
}
