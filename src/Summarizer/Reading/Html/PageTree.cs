using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Summarizer.Reading.Html;

/// <summary>Walks a document once, without recursion, into elements, blocks and facts.</summary>
internal sealed class PageTree
{
    private const int LongestFact = 300;
    private const int MostFacts = 400;
    private const int MostNestedFacts = 16;

    private readonly Page page = new();
    private readonly Stack<(INode Node, int Child, int Element)> path = new();
    private readonly StringBuilder text = new();
    private int linkDepth;
    private int links;
    private int breaks;
    private readonly List<(int Depth, PageFactKind Kind, int Element, string Marks, string? Value, StringBuilder Text)> open = [];

    public static Page Build(IHtmlDocument document, CancellationToken cancellationToken)
    {
        var tree = new PageTree();
        PageHead.Read(document, tree.page.Facts);
        if (document.Body is { } body)
            tree.Walk(body, cancellationToken);
        return tree.page;
    }

    private void Walk(IElement body, CancellationToken cancellationToken)
    {
        Enter(body, -1);
        while (path.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (node, child, element) = path.Pop();
            if (child >= node.ChildNodes.Length)
            {
                Leave((IElement)node, element);
                continue;
            }

            path.Push((node, child + 1, element));
            switch (node.ChildNodes[child])
            {
                case IText { Data: var data }:
                    AddText(data);
                    break;
                case IElement inner:
                    EnterOrSkip(inner, element);
                    break;
            }
        }

        Flush(0);
    }

    private void EnterOrSkip(IElement element, int parent)
    {
        switch (element.LocalName)
        {
            case "script":
                PageHead.ReadScript(element, page.Facts);
                return;
            case "meta":
                PageHead.ReadMeta(element, page.Facts);
                return;
            case "br" or "wbr":
                Break(element.LocalName, parent);
                return;
            default:
                if (!PageTags.Skipped.Contains(element.LocalName))
                    Enter(element, parent);
                return;
        }
    }

    private void Break(string tag, int parent)
    {
        if (tag == "wbr")
            return;
        if (++breaks > 1)
            Flush(parent);
        else
            text.Append(' ');
    }

    private void Enter(IElement element, int parent)
    {
        var inline = PageTags.Inline.Contains(element.LocalName);
        if (!inline)
            Flush(Math.Max(parent, 0));
        if (element.LocalName == "a")
            linkDepth++;
        var marks = PageTags.MarksOf(element);
        var index = page.Elements.Count;
        var depth = parent < 0 ? 0 : page.Elements[parent].Depth + 1;
        page.Elements.Add(new PageElement(element.LocalName, marks, parent, depth)
        {
            Excluded = parent >= 0 ? page.Elements[parent].Excluded : null,
        });
        if (PageTags.FactOf(element, marks) is var (kind, value) && page.Facts.Visible.Count < MostFacts && open.Count < MostNestedFacts)
            open.Add((path.Count, kind, index, marks, value, new StringBuilder()));
        path.Push((element, 0, index));
    }

    private void Leave(IElement element, int index)
    {
        if (!PageTags.Inline.Contains(element.LocalName))
            Flush(index);
        if (element.LocalName == "a")
            linkDepth--;
        page.Elements[index].End = page.Elements.Count;
        while (open.Count > 0 && open[^1].Depth == path.Count)
        {
            var (_, kind, at, marks, value, found) = open[^1];
            open.RemoveAt(open.Count - 1);
            page.Facts.Visible.Add(new PageFact(kind, at, marks, value, CleanText.Fold(found.ToString())));
        }
    }

    private void AddText(string data)
    {
        if (data.Length == 0)
            return;
        var blank = string.IsNullOrWhiteSpace(data);
        if (!blank)
            breaks = 0;
        text.Append(blank ? " " : data);
        if (linkDepth > 0 && !blank)
            links += data.AsSpan().Trim().Length;
        foreach (var fact in open)
        {
            if (fact.Text.Length < LongestFact)
                fact.Text.Append(data.AsSpan(0, Math.Min(data.Length, LongestFact))).Append(' ');
        }
    }

    private void Flush(int element)
    {
        breaks = 0;
        if (text.Length == 0)
            return;
        var folded = CleanText.Fold(text.ToString());
        // Markup that a template escaped once too often.
        var markup = folded.StartsWith('<') && folded.Contains("=\"", StringComparison.Ordinal);
        if (folded.Length > 0 && !markup)
            page.Blocks.Add(new PageBlock(element, PageTags.BlockTag(page.Elements, element), folded, links, page.Blocks.Count));
        text.Clear();
        links = 0;
    }
}
