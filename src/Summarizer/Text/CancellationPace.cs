namespace Summarizer.Text;

/// <summary>Cancellation in a loop over the characters or words of a text, which may be millions.</summary>
internal struct CancellationPace(CancellationToken cancellationToken)
{
    /// <summary>Steps between two looks at the token, less one: a power of two that even expensive steps get through in
    /// milliseconds.</summary>
    private const int Mask = (1 << 10) - 1;

    private int steps;

    /// <summary>Looks at the token at every 1,024th step.</summary>
    /// <exception cref="OperationCanceledException">Nobody wants the result any more.</exception>
    public void Step()
    {
        if ((++steps & Mask) == 0)
            cancellationToken.ThrowIfCancellationRequested();
    }
}
