namespace Summarizer;

/// <summary>A stretch of <see cref="Article.Text"/>, in UTF-16 code units, end exclusive.</summary>
public readonly record struct TextSpan(int Start, int End)
{
    public int Length => End - Start;

    public string In(string text) => text[Start..End];

    public ReadOnlySpan<char> SliceOf(string text) => text.AsSpan(Start, End - Start);

    public bool Contains(TextSpan other) => Start <= other.Start && other.End <= End;
}
