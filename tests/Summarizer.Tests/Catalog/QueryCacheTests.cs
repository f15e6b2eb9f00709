using Summarizer.Catalog;

namespace Summarizer.Tests.Catalog;

public sealed class QueryCacheTests
{
    [Fact]
    public void An_answer_is_found_anew_when_the_state_changed_and_its_cost_is_paid_off()
    {
        var clock = new Clock();
        var cache = new QueryCache(clock);
        var found = 0;
        string Ask(long version, string question = "a") => cache.At(version).Get((question, 1), () =>
        {
            clock.Pass(TimeSpan.FromSeconds(1));
            return $"{question}{++found}";
        });

        Assert.Equal("a1", Ask(1));
        clock.Pass(TimeSpan.FromHours(1));
        Assert.Equal("a1", Ask(1));
        Assert.Equal("a2", Ask(2));
        Assert.Equal("a2", Ask(3));
        Assert.Equal("b3", Ask(3, "b"));
        clock.Pass(TimeSpan.FromSeconds(19));
        Assert.Equal("a4", Ask(3));
    }

    [Fact]
    public void What_costs_little_is_never_old()
    {
        var clock = new Clock();
        var cache = new QueryCache(clock);

        Assert.Equal(1, cache.At(1).Get("a", () => 1));
        Assert.Equal(1, cache.At(1).Get("a", () => 2));
        Assert.Equal(3, cache.At(2).Get("a", () => 3));
    }

    private sealed class Clock : TimeProvider
    {
        private long now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => now;

        public void Pass(TimeSpan time) => now += time.Ticks;
    }
}
