using FsCheck;
using FsCheck.Fluent;
using Summarizer.Extractive.Stances;

namespace Summarizer.Tests.Extractive.Stances;

public sealed class SentenceStanceTests
{
    [Theory]
    [InlineData("Critics slammed [Smith] as a corrupt and incompetent liar.")]
    [InlineData("[Smith] lied to voters, and his disgraceful cover-up has humiliated the country.")]
    public void Opposition_is_against(string marked)
    {
        var (against, neutral, favor) = Of(marked);

        Assert.True(against > neutral && against > favor, $"{against:0.00} {neutral:0.00} {favor:0.00}");
    }

    [Theory]
    [InlineData("Supporters praised [Smith] as a courageous and honest leader.")]
    [InlineData("[Smith] is a brilliant and widely respected champion of the poor.")]
    public void Praise_is_favor(string marked)
    {
        var (against, neutral, favor) = Of(marked);

        Assert.True(favor > neutral && favor > against, $"{against:0.00} {neutral:0.00} {favor:0.00}");
    }

    [Theory]
    [InlineData("[Smith] will meet the committee in Boston on Tuesday.")]
    [InlineData("The report was published a day after the meeting, [Smith] said.")]
    public void Mere_report_is_neutral(string marked)
    {
        var (against, neutral, favor) = Of(marked);

        Assert.True(neutral > against && neutral > favor, $"{against:0.00} {neutral:0.00} {favor:0.00}");
    }

    [Fact]
    public void Who_does_it_to_whom_matters()
    {
        var attacked = Of("Jones viciously attacked [Smith].");
        var attacker = Of("[Jones] praised Smith.");

        Assert.True(attacked.Against > attacker.Against);
    }

    [Fact]
    public void Any_text_gets_probabilities_that_sum_to_one()
        => Prop.ForAll(ArbMap.Default.ArbFor<string>(), ArbMap.Default.ArbFor<byte>(), (text, at) =>
        {
            if (string.IsNullOrEmpty(text))
                return true;
            var start = at % text.Length;
            var (against, neutral, favor) = SentenceStance.Shared.Predict(text, new TextSpan(start, Math.Min(text.Length, start + 3)));
            return Math.Abs(against + neutral + favor - 1) < 1e-9 && against >= 0 && neutral >= 0 && favor >= 0;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_sentence_without_end_is_read_around_the_target()
    {
        var near = "Critics slammed Smith as a corrupt liar. ";
        var text = string.Concat(Enumerable.Repeat("so on and so forth, ", 50_000)) + near + new string('"', 50_000);

        var (against, _, favor) = SentenceStance.Shared.Predict(text,
            new TextSpan(text.IndexOf("Smith", StringComparison.Ordinal), text.IndexOf("Smith", StringComparison.Ordinal) + 5));

        Assert.True(against > favor);
    }

    [Theory]
    [InlineData(-1, 2)]
    [InlineData(0, 9)]
    [InlineData(2, 2)]
    public void A_target_outside_the_sentence_is_refused(int start, int end)
        => Assert.Throws<ArgumentOutOfRangeException>(() => SentenceStance.Shared.Predict("Smith", new TextSpan(start, end)));

    [Fact]
    public void Damaged_weights_are_refused()
        => Assert.Throws<InvalidDataException>(() => new StanceWeights(new byte[1000]));

    private static StanceProbabilities Of(string marked)
    {
        var (start, end) = (marked.IndexOf('['), marked.IndexOf(']') - 1);
        return SentenceStance.Shared.Predict(marked.Replace("[", "").Replace("]", ""), new TextSpan(start, end));
    }
}
