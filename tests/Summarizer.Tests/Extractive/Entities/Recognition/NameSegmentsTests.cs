using Summarizer.Extractive;
using Summarizer.Extractive.Entities.Recognition;

namespace Summarizer.Tests.Extractive.Entities.Recognition;

public sealed class NameSegmentsTests
{
    [Theory]
    [InlineData("Yesterday in Lisbon, Anna Schmidt met the mayor.", "Lisbon|Anna Schmidt")]
    [InlineData("It was signed by Anna Schmidt (Green), Frank Weber and Maria Lopez.", "Anna Schmidt|Green|Frank Weber|Maria Lopez")]
    [InlineData("The bank sued Maria Lopez; Frank Weber won.", "Maria Lopez|Frank Weber")]
    [InlineData("They asked “Frank Weber” about Anna Schmidt.", "Frank Weber|Anna Schmidt")]
    [InlineData("They asked Frank Weber.\nAnna Schmidt was silent.", "Frank Weber|Anna Schmidt")]
    public void No_name_reaches_over_a_comma_a_bracket_a_quotation_mark_or_a_lines_end(string text, string segments)
        => Assert.Equal(segments, string.Join('|', Segments(text)));

    [Theory]
    [InlineData("The judge fined Acme Holdings, Inc. on Friday.", "Acme Holdings, Inc|Friday")]
    [InlineData("The winner was Frank Weber, Jr. of Ohio.", "Frank Weber, Jr|Ohio")]
    [InlineData("The book is by J. R. Miller and nobody else.", "J. R. Miller")]
    [InlineData("A car burned in St. Louis last night.", "St. Louis")]
    [InlineData("The shop belongs to Marks & Spencer today.", "Marks & Spencer")]
    public void Some_marks_stand_inside_names(string text, string segments)
        => Assert.Equal(segments, string.Join('|', Segments(text)));

    [Theory]
    [InlineData("It was debated in the House of Commons and elsewhere.", "House of Commons")]
    [InlineData("It was asked of the Secretary of the Treasury again.", "Secretary of the Treasury")]
    [InlineData("It was Ursula von der Leyen who won.", "Ursula von der Leyen")]
    [InlineData("It was found by the Keeper of the van Diemen papers.", "Keeper|Diemen")]
    [InlineData("It was Merkel who praised Macron first.", "Merkel|Macron")]
    [InlineData("It was Merkel and not Macron who won.", "Merkel|Macron")]
    [InlineData("It was a gift for the House of the people.", "House")]
    public void Up_to_two_joints_and_no_other_small_words_stand_inside_names(string text, string segments)
        => Assert.Equal(segments, string.Join('|', Segments(text)));

    [Theory]
    [InlineData("They say that al-Qaeda bought an iPhone there.", "al-Qaeda|iPhone")]
    [InlineData("They say that a Boeing 737 landed late.", "Boeing 737")]
    [InlineData("They say that 737 people landed late.", "")]
    public void A_capital_inside_a_word_and_a_number_behind_one_may_be_a_names(string text, string segments)
        => Assert.Equal(segments, string.Join('|', Segments(text)));

    [Fact]
    public void A_function_word_alone_is_no_segment_unless_it_is_shouted()
        => Assert.Equal(["WHO"], Segments("The vote was late. It was WHO money. He left. They stayed."));

    [Fact]
    public void An_endless_row_of_capitals_is_cut()
    {
        var read = Read("They met " + string.Join(' ', Enumerable.Repeat("Anna", 200)) + " there.");
        var segments = new NameSegments(read, NameLists.All, CancellationToken.None).In(0).ToList();

        Assert.Equal(200, segments.Sum(s => s.End - s.First));
        Assert.All(segments, s => Assert.InRange(s.End - s.First, 1, 64));
    }

    private static List<string> Segments(string text)
    {
        var read = Read(text);
        var segments = new NameSegments(read, NameLists.All, CancellationToken.None);
        return [.. Enumerable.Range(0, read.Sentences.Count).SelectMany(segments.In)
            .Select(s => read.Text[read.Tokens[s.First].Span.Start..read.Tokens[s.End - 1].Span.End])];
    }

    private static AnalyzedText Read(string text) => new(text, "en", CancellationToken.None);
}
