namespace Summarizer.Extractive.Entities;

/// <summary>One way in which an article writes a name.</summary>
/// <param name="Form">As it stands there.</param>
/// <param name="Count">How often.</param>
/// <param name="IsAdjective">Its first mention is "British" or "Libyans".</param>
internal readonly record struct NameForm(string Form, int Count, bool IsAdjective)
{
    public int Words => Form.AsSpan().Count(' ') + 1;

    /// <summary>In the order of their first mention; a name that comes 100,000 times is copied once.</summary>
    public static List<NameForm> From(AnalyzedText read, NameGroup group)
    {
        var forms = new List<NameForm>(1);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var byForm = places.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var mention in group.Mentions)
        {
            var written = mention.Span.SliceOf(read.Text);
            if (byForm.TryGetValue(written, out var place))
            {
                forms[place] = forms[place] with { Count = forms[place].Count + 1 };
                continue;
            }

            var form = written.SequenceEqual(group.Key) ? group.Key : written.ToString();
            places.Add(form, forms.Count);
            forms.Add(new NameForm(form, 1, mention.IsAdjective));
        }

        return forms;
    }
}
