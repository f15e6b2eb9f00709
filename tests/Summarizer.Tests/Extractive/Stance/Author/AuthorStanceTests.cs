using FsCheck;
using FsCheck.Fluent;
using Summarizer.Extractive;
using Summarizer.Extractive.Stances.Author;
using Summarizer.Text;

namespace Summarizer.Tests.Extractive.Stances.Author;

public sealed class AuthorStanceTests
{
    private const int Side = (int)AuthorFeature.Side;

    [Fact]
    public void The_tone_alone_takes_no_side()
    {
        var features = Gen.Choose(-40, 40).Select(i => i / 10.0).ListOf(AuthorFeatures.Names.Length).Select(v => v.ToArray());
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(features.ToArbitrary(), values =>
        {
            var verdict = AuthorStance.For(LanguageProfile.For("en")).Predict(values);
            var (favor, against, neutral) = verdict.Probabilities;
            return verdict.Confidence is >= 0 and <= 1 && Math.Abs(favor + against + neutral - 1) < 1e-9
                && !(verdict.Stance == Stance.Against && values[Side] > 0) && !(verdict.Stance == Stance.Favor && values[Side] < 0);
        }));
    }

    [Theory]
    [InlineData(0.6, 0.1, Stance.Favor)]
    [InlineData(0.1, 0.55, Stance.Against)]
    [InlineData(0.1, 0.2, Stance.Neutral)]
    [InlineData(0.3, 0.25, Stance.Unclear)]
    public void What_is_not_probable_enough_is_unclear(double favor, double against, Stance stance)
        => Assert.Equal(stance, new AuthorVerdict(new TagProbabilities(favor, against, 1 - favor - against)).Stance);

    [Fact]
    public void Weights_without_a_feature_are_refused()
        => Assert.Throws<InvalidDataException>(() => new AuthorStance(["intercept 0 0 0"]));

    [Fact]
    public void A_report_hands_its_words_to_speakers_and_a_commentary_does_not()
    {
        var report = ToneOf("The mayor said it was late. “I should go! You must stay,” she said. Officials told reporters so.");
        var commentary = ToneOf("We should not have to ask. Must you? I never thought our disgraceful council would.");
        Assert.Equal((0, 0, 0), (report.Personal, report.Urging, report.Exclaiming));
        Assert.True(report.Reporting > commentary.Reporting && commentary.Personal > 0 && commentary.Urging > 0 && commentary.Exclaiming > 0
            && commentary.Judging > 0);
    }

    private static AuthorTone ToneOf(string text)
        => AuthorTone.Compute(new AnalyzedText(text, "en", CancellationToken.None), CancellationToken.None);
}
