namespace Summarizer.Tests.Support;

/// <summary>The system's clock, which leaps when it is told to: what is measured with it took long, and no test did.</summary>
internal sealed class LeapingTime : TimeProvider
{
    private long leapt;

    public void Leap(TimeSpan time) => Interlocked.Add(ref leapt, (long)(time.TotalSeconds * TimestampFrequency));

    public override long GetTimestamp() => base.GetTimestamp() + Interlocked.Read(ref leapt);
}
