using Summarizer.Catalog.Search;

namespace Summarizer.Tests.Catalog.Search;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("Müller", "muller")]
    [InlineData("ﬁnance  ", "finance")]
    [InlineData("", "")]
    public void Words_are_folded(string text, string folded) => Assert.Equal(folded, Folding.Fold(text));

    [Fact]
    public void Half_a_character_is_folded_too() => Assert.Equal("\uFFFDx", Folding.Fold(string.Concat('\uD800', 'X')));

    [Fact]
    public void A_text_comes_back_from_the_database_as_it_is_compared() => Assert.Equal("a\uFFFDb\uFFFD", Folding.Whole("a\uD800b\uDC00"));
}
