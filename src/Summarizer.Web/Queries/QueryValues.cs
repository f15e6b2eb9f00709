using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Summarizer.Web.Queries;

/// <summary>The values of a list's parameters, each of its kind; what is wrong with one is kept until all were read.</summary>
internal sealed class QueryValues(IQueryCollection given)
{
    /// <summary>Longer than any name; what is longer finds nothing, and is not worth folding.</summary>
    private const int MaxLength = 1_024;

    private readonly QueryParameters parameters = new(given);
    private Problem? problem;

    /// <summary>What is wrong: a parameter that is unknown or given twice, or a value.</summary>
    /// <param name="without">Parameters that were read and that the route does not take.</param>
    public Problem? Check(params ReadOnlySpan<string> without) => parameters.Check(without) ?? problem;

    public int Limit(int standard, int most)
    {
        if (Text("limit") is not { } wanted)
            return standard;
        if (int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit >= 1 && limit <= most)
            return limit;
        Refuse($"limit is a whole number from 1 to {most}.");
        return standard;
    }

    public string Cursor() => parameters.Read("cursor");

    public void RefuseCursor() => Refuse("cursor is none that this list gave out; leave it away to start over.");

    public string? Text(string name)
    {
        var text = parameters.Read(name);
        if (text.Length > MaxLength)
            Refuse(string.Create(CultureInfo.InvariantCulture, $"{name} has {text.Length} characters; use at most {MaxLength}."));
        return text.Length == 0 ? null : text;
    }

    /// <summary>One of the words that <paramref name="read"/> knows.</summary>
    /// <param name="name">The parameter.</param>
    /// <param name="read">The word's meaning; null for any other.</param>
    /// <param name="words">The words, as a sentence names them.</param>
    public T? Word<T>(string name, Func<string, T?> read, string words)
        where T : struct
    {
        if (Text(name) is not { } text)
            return null;
        var value = read(text);
        if (value is null)
            Refuse($"{name} is {words}.");
        return value;
    }

    public DateOnly? Day(string name)
    {
        if (Text(name) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        Refuse($"{name} is a day, written like 2026-11-20.");
        return null;
    }

    /// <summary>A number from 0 to 1.</summary>
    public double? Share(string name)
    {
        if (Text(name) is not { } text)
            return null;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share <= 1)
            return share;
        Refuse($"{name} is a number from 0 to 1, such as 0.75.");
        return null;
    }

    private void Refuse(string detail) => problem = Problem.BadQuery(detail);
}
