using System.Text;
using Summarizer.Reading;

namespace Summarizer.Tests.Reading;

/// <summary>Reads uploads the way the rest of the program does.</summary>
internal static class Uploads
{
    private static readonly ArticleReader Reader = new();

    public static ArticleReading Read(byte[] content, string name = "article.txt", string? type = null)
        => Reader.Read(new Upload(name, content, type), CancellationToken.None);

    public static Article Article(string content, string name = "article.txt", string? type = null)
        => Assert.IsType<ArticleReading.Readable>(Read(Encoding.UTF8.GetBytes(content), name, type)).Article;

    public static FailureCode Failure(byte[] content, string name = "article.txt", string? type = null)
        => Assert.IsType<ArticleReading.Unreadable>(Read(content, name, type)).Code;

    public static int Characters(this Article article, BoilerplateReason reason)
        => article.Removed.Where(r => r.Reason == reason).Sum(r => r.Characters);
}
