using Summarizer.Text;

namespace Summarizer.Tests.Text;

public sealed class LineShapeTests
{
    [Theory]
    [InlineData("The board voted.", true)]
    [InlineData("“The board voted.”*", true)]
    [InlineData("港口委员会投票。", true)]
    [InlineData("What the board voted on", false)]
    [InlineData("The board voted on:", false)]
    public void A_sentence_ends_in_a_full_stop_or_its_like(string line, bool expected)
        => Assert.Equal(expected, LineShape.EndsAsSentence(line));

    [Theory]
    [InlineData("Short.", false)]
    [InlineData("Long enough.", true)]
    [InlineData("Long enough", false)]
    [InlineData("So long that it is prose", true)]
    public void Prose_ends_as_sentences_do_or_is_long(string line, bool expected)
        => Assert.Equal(expected, LineShape.IsProse(line, sentenceFrom: 10, alwaysFrom: 20));
}
