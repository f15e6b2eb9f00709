using Summarizer.Text;

namespace Summarizer.Tests.Text;

public sealed class WordTokenizerTests
{
    [Theory]
    [InlineData("Libya’s militant stronghold", "Libya|militant|stronghold")]
    [InlineData("the U.S. and the UK's aid", "the|U.S.|and|the|UK|aid")]
    [InlineData("oil-rich, 3.5 percent; 1,200", "oil-rich|3.5|percent|1,200")]
    [InlineData("l’Italie d'Emmanuel Macron", "l|Italie|d|Emmanuel|Macron")]
    [InlineData("don't stop.Then", "don't|stop|Then")]
    [InlineData("雨です", "雨|で|す")]
    public void Words_are_told_apart(string text, string expected)
        => Assert.Equal(expected.Split('|'), WordTokenizer.Tokenize(text, CancellationToken.None).Select(t => t.Span.In(text)));
}
