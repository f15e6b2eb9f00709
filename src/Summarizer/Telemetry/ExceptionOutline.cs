using System.Text;

namespace Summarizer.Telemetry;

/// <summary>What went wrong, without words: an exception's message may quote the article that it stumbled over.</summary>
public static class ExceptionOutline
{
    private const int MostCauses = 5;

    /// <summary>Types and places, the outermost first.</summary>
    public static string From(Exception exception)
    {
        var text = new StringBuilder();
        var cause = exception;
        for (var i = 0; cause is not null && i < MostCauses; i++, cause = cause.InnerException)
            text.Append(i == 0 ? "" : "\ncaused by ").Append(cause.GetType().FullName).Append('\n').Append(cause.StackTrace);
        return text.ToString();
    }
}
