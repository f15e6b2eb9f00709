using Summarizer.Extractive.Entities;

namespace Summarizer.Tests.Extractive.Entities;

public sealed class TargetModelTests
{
    private static readonly string[] Features = [.. TargetFeatures.Names, "Intercept"];

    [Fact]
    public void Weights_that_lack_a_feature_are_refused()
        => Assert.All(Features, lacking =>
        {
            var lines = Lines().Where(l => !l.StartsWith(lacking + " ", StringComparison.Ordinal));

            var error = Assert.Throws<InvalidDataException>(() => new TargetModel(lines));

            Assert.Equal($"The weights lack {lacking}; run the training command again.", error.Message);
        });

    [Fact]
    public void Without_weights_everything_is_as_probable_as_not()
    {
        var model = new TargetModel(Lines());

        Assert.All(Enum.GetValues<TargetQuestion>(), q => Assert.Equal(0.5, model.Predict(new double[TargetFeatures.Names.Length], q)));
    }

    [Theory]
    [InlineData(nameof(TargetQuestion.Person), TargetType.Person)]
    [InlineData(nameof(TargetQuestion.Organization), TargetType.Organization)]
    [InlineData(nameof(TargetQuestion.Place), TargetType.Place)]
    [InlineData(nameof(TargetQuestion.Other), TargetType.Topic)]
    public void The_type_is_the_question_with_the_most_probable_answer(string asked, TargetType type)
    {
        var question = Enum.Parse<TargetQuestion>(asked);
        var words = "Words " + string.Join(' ', Enum.GetValues<TargetQuestion>().Select(q => q == question ? "2" : "0"));
        var model = new TargetModel(Lines().Select(l => l.StartsWith("Words ", StringComparison.Ordinal) ? words : l));
        var features = new double[TargetFeatures.Names.Length];
        features[Array.IndexOf(TargetFeatures.Names, "Words")] = 1.5;

        Assert.Equal(type, model.TypeOf(features));
        Assert.Equal(1 / (1 + Math.Exp(-3)), model.Predict(features, question), 1e-9);
    }

    private static IEnumerable<string> Lines()
        => Features.Select(f => f + string.Concat(Enumerable.Repeat(" 0", Enum.GetValues<TargetQuestion>().Length)));
}
