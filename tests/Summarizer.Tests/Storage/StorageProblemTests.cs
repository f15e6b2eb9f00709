using Azure;
using Azure.Identity;
using Summarizer.Storage;

namespace Summarizer.Tests.Storage;

public sealed class StorageProblemTests
{
    [Fact]
    public void Refusals_several_tries_and_a_missing_identity_are_failures_and_a_bug_is_none()
    {
        Exception[] failures =
        [
            new RequestFailedException(503, "busy"),
            new AggregateException(new RequestFailedException("no answer")),
            new AuthenticationFailedException("no identity"),
        ];

        Assert.All(failures, e => Assert.True(StorageProblem.IsFailure(e, CancellationToken.None)));
        Assert.False(StorageProblem.IsFailure(new FormatException(), CancellationToken.None));
    }

    [Fact]
    public void A_call_that_ran_out_of_time_failed_and_one_that_was_cancelled_did_not()
    {
        Assert.True(StorageProblem.IsFailure(new TaskCanceledException(), CancellationToken.None));
        Assert.False(StorageProblem.IsFailure(new TaskCanceledException(), new CancellationToken(canceled: true)));
    }
}
