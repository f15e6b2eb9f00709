using Summarizer.Extractive;
using Summarizer.Extractive.Entities;

namespace Summarizer.Tests.Extractive.Entities.Linking;

public sealed class PersonPronounLinkerTests
{
    [Theory]
    [InlineData("fr", "La ministre Claire Morel a parlé à Paris. Elle a refusé de répondre. Claire Morel est partie.",
        "Claire Morel", "Elle")]
    [InlineData("pt", "A ministra Ana Lima falou em Lisboa. Ela não respondeu. Ana Lima saiu.", "Ana Lima", "Ela")]
    [InlineData("pt", "A ministra Ana Lima encontrou o senador Rui Costa. Ela não respondeu. Ana Lima saiu.", "Ana Lima", "")]
    [InlineData("de", "Minister Karl Weber sprach in Berlin. Er lehnte den Plan ab. Karl Weber ging.", "Karl Weber", "Er")]
    [InlineData("de", "In Berlin sprach gestern Minister Karl Weber. Er lehnte den Plan ab. Karl Weber ging.", "Karl Weber", "")]
    [InlineData("de", "Der Bericht belastet Minister Karl Weber. Er ist lang. Karl Weber ging.", "Karl Weber", "")]
    [InlineData("de", "Ministerin Eva Weber sprach in Berlin. Sie lehnten den Plan ab. Eva Weber ging.", "Eva Weber", "")]
    public void A_pronoun_is_linked_where_one_person_alone_can_be_meant(string language, string text, string name, string linked)
    {
        var targets = TargetFinder.Shared.Find(new AnalyzedText(text, language, CancellationToken.None), null, CancellationToken.None);

        Assert.Equal(linked, string.Join(' ', targets.Single(t => t.Name == name).Linked.Select(l => l.Span.In(text))));
    }
}
