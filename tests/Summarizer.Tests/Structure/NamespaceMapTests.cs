using Summarizer.Catalog;
using Summarizer.Host;
using Summarizer.Pipeline;
using Summarizer.Storage;
using Summarizer.Web;

namespace Summarizer.Tests.Structure;

/// <summary>No folder points at its neighbour and back, neither straight nor by way of others.</summary>
public sealed class NamespaceMapTests
{
    public static TheoryData<Type> Assemblies =>
    [
        typeof(Article), typeof(ArticleStore), typeof(ArticlePipeline), typeof(ArticleCatalog), typeof(Problem), typeof(HostApplication),
        typeof(Summarizer.Functions.SiteFunctions),
    ];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Neighbours_make_no_circle(Type within)
    {
        var map = new NamespaceMap(within.Assembly);

        var circles = map.Circles().Select(circle => $"{circle}: {string.Join(", ", map.Types(circle))}");

        Assert.Empty(circles);
    }

    /// <summary>The map sees circles, or it would prove nothing.</summary>
    [Fact]
    public void Types_that_refer_to_each_other_are_found()
    {
        var references = TypeReferences.Read(typeof(NamespaceMapTests).Assembly);

        Assert.Contains((typeof(NamespaceMap), typeof(TypeReferences)), references);
        Assert.DoesNotContain((typeof(TypeReferences), typeof(NamespaceMap)), references);
    }
}
