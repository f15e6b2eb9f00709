namespace Summarizer.Tests;

public sealed class WatchedTargetTests
{
    [Fact]
    public void An_entry_carries_a_name_and_aliases()
    {
        var watched = WatchedTarget.Parse(" Khalifa Haftar = Haftar, the Field Marshal,, Haftar ");
        Assert.NotNull(watched);
        Assert.Equal("Khalifa Haftar", watched.Name);
        Assert.Equal(["Haftar", "the Field Marshal"], watched.Aliases);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("=Haftar")]
    public void An_entry_without_a_name_stops_the_start_naming_the_setting(string entry)
    {
        var options = new StanceOptions { Watch = { "Nato", entry } };
        var result = new StanceOptionsValidator().Validate(null, options);
        Assert.True(result.Failed);
        Assert.Contains("Stances__Watch__1", result.FailureMessage, StringComparison.Ordinal);
    }
}
