using Microsoft.Extensions.Options;
using Summarizer.Extractive;

namespace Summarizer.Tests.Extractive.Attribution;

public sealed class HeldStanceTests
{
    [Fact]
    public void Somebody_who_condemns_holds_the_stance()
    {
        var held = Held(
            "Mayor Jane Carter met John Miller on Monday. “John Miller is a corrupt liar and a disgrace to this city,” Carter said. "
                + "Miller left the hall, and Carter stayed.");
        Assert.Contains(held,
            s => (s.Holder, s.Target, s.Stance) == ("Jane Carter", "John Miller", Stance.Against) && s.Confidence is >= 0.45 and <= 0.65);
    }

    [Theory]
    [InlineData(
        "The Northport Times met John Doe. “John Doe is a corrupt liar and a disgrace to this city,” the Northport Times said. John "
            + "Doe left the Northport Times.")]
    [InlineData("Mayor Jane Roe met John Doe. John Doe arrived at noon, Jane Roe said. Then John Doe left, and Jane Roe stayed.")]
    public void Outlets_and_plain_statements_hold_none(string text) => Assert.Empty(Held(text));

    private static List<DraftStance> Held(string text)
        => new ExtractiveEngine(Options.Create(new SummaryOptions()), Options.Create(new StanceOptions()))
            .Draft(new Article { Text = text, Language = "en" }, CancellationToken.None).Stances.Where(s => s.Holder != StanceTag.Author)
                .ToList();
}
