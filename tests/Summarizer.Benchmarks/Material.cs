using System.Text;

namespace Summarizer.Benchmarks;

/// <summary>Articles of any size, made from the samples that travel with the Host.</summary>
internal static class Material
{
    private static readonly string[] Paragraphs =
        [.. File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples", "opinion-ferry.txt"))
            .Split("\n\n").Where(p => p.Length > 200)];

    /// <summary>Plain text of about <paramref name="bytes"/>; <paramref name="seed"/> makes it differ.</summary>
    public static byte[] PlainText(int bytes, int seed)
    {
        var text = new StringBuilder($"Report {seed} on the ferry\n\nBy Marta Lindqvist\n\n");
        for (var i = 0; text.Length < bytes; i++)
            text.Append(Paragraphs[(seed + i) % Paragraphs.Length]).Append(" In case ").Append(seed).Append(" of ").Append(i)
                .Append(" nothing changed.\n\n");
        return Encoding.UTF8.GetBytes(text.ToString(0, bytes));
    }

    /// <summary>A news page of about <paramref name="bytes"/>, half of it navigation, scripts and related links.</summary>
    public static byte[] Html(int bytes, int seed)
    {
        var page = new StringBuilder(
            $"<!DOCTYPE html><html lang=\"en\"><head><title>Report {seed} | The Courier</title><meta property=\"og:site_name\" "
                + $"content=\"The Courier\"></head><body><nav><ul>");
        for (var i = 0; page.Length < bytes / 4; i++)
            page.Append("<li class=\"menu-item\"><a href=\"/section/").Append(i).Append("\">Section ").Append(i).Append("</a></li>");
        page.Append("</ul></nav><main><article><h1>Report ").Append(seed).Append("</h1>");
        for (var i = 0; page.Length < bytes * 3 / 4; i++)
            page.Append("<p>").Append(Paragraphs[(seed + i) % Paragraphs.Length]).Append(" In case ").Append(i)
                .Append(" nothing changed.</p>\n");
        page.Append("</article></main><aside class=\"related\">");
        for (var i = 0; page.Length < bytes; i++)
            page.Append("<div class=\"teaser\"><a href=\"/story/").Append(i).Append("\"><img src=\"").Append(i)
                .Append(".jpg\" alt=\"\">Another story ").Append(i).Append("</a></div>");
        return Encoding.UTF8.GetBytes(page.Append("</aside></body></html>").ToString());
    }
}
