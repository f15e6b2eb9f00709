using FsCheck;
using FsCheck.Fluent;
using Summarizer.Extractive;
using Summarizer.Extractive.Stances.Author;

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
            var (stance, confidence) = AuthorStance.Shared.Predict(values);
            return confidence is >= 0 and <= 1 && !(stance == Stance.Against && values[Side] > 0)
                && !(stance == Stance.Favor && values[Side] < 0);
        }));
    }

    [Fact]
    public void Weights_without_a_feature_are_refused()
        => Assert.Throws<InvalidDataException>(() => new AuthorStance(["importance 1 1 1", "intercept 0 0 0"]));

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
