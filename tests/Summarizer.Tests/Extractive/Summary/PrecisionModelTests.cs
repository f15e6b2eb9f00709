using Summarizer.Extractive.Summaries;

namespace Summarizer.Tests.Extractive.Summaries;

public sealed class PrecisionModelTests
{
    private static readonly string[] Zeros = [.. SentenceFeatures.Names.Append("Intercept").Select(n => n + " 0")];

    [Fact]
    public void The_weights_are_of_the_features_by_their_names()
    {
        var model = new PrecisionModel(
            Zeros.Select(l => l is "Title 0" ? "Title 0.25" : l is "Intercept 0" ? "Intercept 0.5" : l).Reverse());
        var features = new double[SentenceFeatures.Names.Length];
        features[Array.IndexOf(SentenceFeatures.Names, "Title")] = 1;

        Assert.Equal(0.75, model.Predict(features), 12);
    }

    [Fact]
    public void A_share_is_never_less_than_nothing_nor_more_than_all()
    {
        var features = new double[SentenceFeatures.Names.Length];

        Assert.InRange(new PrecisionModel(Zeros.Select(l => l == "Intercept 0" ? "Intercept -3" : l)).Predict(features), 0, 0.05);
        Assert.Equal(1, new PrecisionModel(Zeros.Select(l => l == "Intercept 0" ? "Intercept 3" : l)).Predict(features));
    }

    [Fact]
    public void Weights_that_lack_a_feature_are_refused()
        => Assert.Throws<InvalidDataException>(() => new PrecisionModel(Zeros.Skip(1)));
}
