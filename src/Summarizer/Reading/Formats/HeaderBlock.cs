using Summarizer.Reading.BoilerplateRemoval;
using Summarizer.Reading.Metadata;
using Summarizer.Text;

namespace Summarizer.Reading.Formats;

/// <summary>
/// What stands above and below an article in plain text and Markdown: title, byline, publisher and date on lines of
/// their own, "Region: …" and the like. Ends at the first paragraph of prose; a city and agency that open a paragraph stay.
/// </summary>
internal static class HeaderBlock
{
    private const int LongestTitle = 200;
    private const int LongestHeading = 1_000;
    private const int LongestLine = 140;
    private const int MostLines = 14;
    private const int ShortestBody = 70;
    private const int LongestPublisher = 60;

    private static readonly WordListFile File = WordListFile.Open("Reading/Formats/Lists/header.txt");

    private static readonly WordSet TitleLabels = Section("title");

    private static readonly WordSet AuthorLabels = Section("author");

    private static readonly WordSet DateLabels = Section("date");

    private static readonly WordSet PublisherLabels = Section("publisher");

    private static readonly WordSet Days = File.Set("days", StringComparer.Ordinal);

    public static void Take(ArticleBuilder draft)
    {
        var passages = draft.Passages;
        if (passages.Count < 2)
            return;
        var at = TakeTitle(draft);
        var looked = 0;
        while (at < passages.Count - 1 && looked++ < MostLines && !IsBody(passages[at]))
        {
            if (Reads(draft, passages[at].Text))
            {
                draft.Removed.Add(BoilerplateReason.Metadata, passages[at].Text.Length);
                passages.RemoveAt(at);
            }
            else
            {
                at++;
            }
        }

        Colophon.Take(draft);
    }

    /// <summary>A first heading is the title; so is a first line that is short, has no full stop and stands above prose.</summary>
    private static int TakeTitle(ArticleBuilder draft)
    {
        var passages = draft.Passages;
        var first = passages.FindIndex(p => p.Kind == PassageKind.Heading);
        var at = first is >= 0 and <= 4 && passages.Take(first).All(p => !p.IsProse) ? first : 0;
        var candidate = passages[at];
        var heading = candidate.Kind == PassageKind.Heading;
        if (!heading && (candidate.Kind == PassageKind.ListItem || candidate.Text.Length > LongestTitle || !IsTitleLine(candidate.Text)
            || !passages.Skip(1).Any(p => p.IsProse)))
            return 0;
        if (draft.Title is not null && !heading && !draft.Title.Equals(candidate.Text, StringComparison.OrdinalIgnoreCase))
            return 0;
        if (candidate.Text.Length > LongestHeading)
            return 0;
        draft.Title ??= candidate.Text;
        passages.RemoveAt(at);
        return 0;
    }

    private static bool IsTitleLine(string text)
        => !text.EndsWith('.') && !text.EndsWith(',') && !text.EndsWith(';') && !text.EndsWith(':')
            && !text.StartsWith("http", StringComparison.Ordinal)
            && !AuthorNames.IsByline(text) && LineShape.WordCount(text) is >= 2 and <= 30 && LabelLength(text) == 0
            && BoilerplateRules.Anywhere(new Passage(text)) is null && !(text.Length < 40 && DateText.Find(text) is not null);

    private static bool IsBody(Passage passage) => passage.IsProse && passage.Text.Length > ShortestBody;

    /// <summary>Reads one line of the header; false when it is not one.</summary>
    private static bool Reads(ArticleBuilder draft, string line)
    {
        if (line.Length > LongestLine)
            return false;
        if (AuthorNames.IsByline(line))
        {
            var date = DateText.Find(line, false, out var start, out _);
            if (draft.Authors.Count == 0)
                draft.Authors.AddRange(AuthorNames.Parse(date is null ? line : line[..start]));
            draft.PublishedOn ??= date;
            return true;
        }

        if (LabelLength(line) is > 0 and var label)
            return ReadsLabel(draft, line[..label].Trim().ToLowerInvariant(), line[(label + 1)..].Trim());
        if (DateText.Find(line, false, out var from, out var to) is not { } day || line.Length > 90 || LineShape.WordCount(line) > 12)
            return false;
        draft.PublishedOn ??= day;
        var rest = (line[..from] + " " + line[to..]).Trim(' ', ',', '|', '-', '–', '—', '·', '.', '(', ')');
        if (draft.Publisher is null && from > 0 && LineShape.WordCount(rest) is >= 1 and <= 5 && LooksNamed(rest))
            draft.Publisher = rest;
        return true;
    }

    private static bool ReadsLabel(ArticleBuilder draft, string label, string value)
    {
        if (PublisherLabels.Contains(label))
        {
            draft.Publisher ??= value.Length <= LongestPublisher ? value : null;
            return value.Length <= LongestPublisher;
        }

        if (DateLabels.Contains(label))
        {
            var day = DateText.Find(value);
            draft.PublishedOn ??= day;
            return day is not null;
        }

        if (TitleLabels.Contains(label))
            draft.Title ??= value;
        else if (!AuthorLabels.Contains(label))
            return LineShape.WordCount(value) <= 8 && !LineShape.EndsAsSentence(value);
        else if (draft.Authors.Count == 0)
            draft.Authors.AddRange(AuthorNames.Parse(value));
        return true;
    }

    /// <summary>Position of the colon in "Label: value", or 0.</summary>
    private static int LabelLength(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return colon is > 1 and < 20 && colon + 1 < line.Length && line[colon + 1] == ' '
            && line.Length <= 90 && LineShape.WordCount(line.AsSpan(0, colon)) <= 2 && char.IsUpper(line[0]) ? colon : 0;
    }

    private static bool LooksNamed(string text)
        => char.IsUpper(text[0]) && !text.StartsWith("Updated", StringComparison.OrdinalIgnoreCase)
            && !text.StartsWith("Published", StringComparison.OrdinalIgnoreCase)
            && !text.StartsWith("Posted", StringComparison.OrdinalIgnoreCase)
            && !Days.Contains(text.Split(' ', ',')[0].ToLowerInvariant());

    private static WordSet Section(string name) => new(File.Phrases(name), StringComparer.Ordinal);
}
