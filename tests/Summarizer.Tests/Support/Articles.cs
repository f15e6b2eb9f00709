using System.Text;

namespace Summarizer.Tests.Support;

/// <summary>Small articles for tests that are not about reading.</summary>
internal static class Articles
{
    /// <summary>An article whose text depends on <paramref name="number"/>.</summary>
    public static byte[] Text(int number = 1) => Encoding.UTF8.GetBytes(
        $"Council number {number} reopens the old library\n\n"
        + $"The town council reopened the old library of Marlow on Monday after a repair that took {number} years and cost less "
        + "than planned. More than two hundred people came to the first morning.\n\n"
        + "Mayor Anna Holt praised the builders, who had worked through two winters. The reading room is brighter than before, and "
        + "the roof no longer leaks.\n\n"
        + "The library had been closed since a storm damaged its tower. It will open on six days a week, and the council expects "
        + "eighty thousand visitors a year.");
}
