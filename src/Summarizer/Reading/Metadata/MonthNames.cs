using Summarizer.Text;

namespace Summarizer.Reading.Metadata;

/// <summary>Names of the months and their usual abbreviations, in the languages that datelines are most often met in.</summary>
internal static class MonthNames
{
    /// <summary>Month by name; a name that two languages use for two months belongs to the one named first.</summary>
    public static IEnumerable<KeyValuePair<string, int>> All()
    {
        var file = WordListFile.Open("Reading/Metadata/Lists/months.txt");
        return file.Sections
            .SelectMany((month, index) => file.Words(month).Select(name => KeyValuePair.Create(name, index + 1)))
            .DistinctBy(pair => pair.Key);
    }
}
