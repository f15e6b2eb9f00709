namespace Summarizer.Host;

/// <summary>Why the Host cannot start or go on, in one sentence that says what to do; shown without a stack trace.</summary>
internal sealed class StartProblem : Exception
{
    public StartProblem()
    {
    }

    public StartProblem(string message)
        : base(message)
    {
    }

    public StartProblem(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
