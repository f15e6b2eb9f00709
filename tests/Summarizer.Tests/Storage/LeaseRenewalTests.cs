using Azure;
using Summarizer.Storage;
using Summarizer.Tests.Support;

namespace Summarizer.Tests.Storage;

public sealed class LeaseRenewalTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Length = TimeSpan.FromHours(1);

    [Fact]
    public async Task A_renewal_that_meets_an_aggregate_of_tries_is_lost_and_not_crashed()
    {
        var (time, failures) = (new LeapingTime(), new List<Exception>());
        await using var renewal = new LeaseRenewal(
            async cancellationToken =>
            {
                time.Leap(Length * 2);
                return await Unavailable().TryWriteAsync(BinaryData.Empty, null, cancellationToken) is not null;
            },
            Interval, Length, time, failures.Add);

        await renewal.Completion;

        Assert.True(renewal.Lost.IsCancellationRequested);
        Assert.IsType<AggregateException>(Assert.Single(failures));
        await renewal.StopAsync();
    }

    [Fact]
    public async Task A_renewal_that_fails_while_the_lease_lasts_is_tried_again()
    {
        var tries = 0;
        await using var renewal = new LeaseRenewal(
            _ => Interlocked.Increment(ref tries) < 5 ? throw new RequestFailedException(503, "busy") : Task.FromResult(true),
            Interval, Length, TimeProvider.System);

        await Wait.UntilAsync(() => Volatile.Read(ref tries) > 10);

        Assert.False(renewal.Lost.IsCancellationRequested);
    }

    [Fact]
    public async Task Without_a_length_it_is_held_until_another_has_it()
    {
        var (time, tries) = (new LeapingTime(), 0);
        await using var renewal = new LeaseRenewal(
            _ =>
            {
                time.Leap(Length);
                return ++tries < 5 ? throw new AggregateException() : Task.FromResult(false);
            },
            Interval, null, time);

        await renewal.Completion;

        Assert.Equal(5, tries);
        Assert.True(renewal.Lost.IsCancellationRequested);
    }

    [Fact]
    public async Task A_stop_waits_for_the_renewal_on_its_way_and_is_no_loss()
    {
        var (begun, end) = (new TaskCompletionSource(), new TaskCompletionSource<bool>());
        await using var renewal = new LeaseRenewal(
            _ =>
            {
                begun.TrySetResult();
                return end.Task;
            },
            Interval, Length, TimeProvider.System);
        await begun.Task;

        var stopped = renewal.StopAsync();
        Assert.False(stopped.IsCompleted);
        end.SetResult(true);
        await stopped;

        Assert.False(renewal.Lost.IsCancellationRequested);
    }

    [Fact]
    public async Task A_renewal_that_looks_at_its_token_ends_with_the_stop()
    {
        var begun = new TaskCompletionSource();
        await using var renewal = new LeaseRenewal(
            async cancellationToken =>
            {
                begun.TrySetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
                return true;
            },
            Interval, Length, TimeProvider.System);
        await begun.Task;

        await renewal.StopAsync();

        Assert.False(renewal.Lost.IsCancellationRequested);
    }

    private static ConditionalBlob Unavailable()
        => new(UnavailableStorage.Connect(StorageUse.Interactive).Work.GetBlobClient("a"));
}
