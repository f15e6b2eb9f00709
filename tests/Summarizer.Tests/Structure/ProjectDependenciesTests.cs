using System.Xml.Linq;
using Summarizer.Tests.Support;

namespace Summarizer.Tests.Structure;

/// <summary>Projects depend on each other in one direction: entries, web, catalog and pipeline side by side, storage, core.</summary>
public sealed class ProjectDependenciesTests
{
    [Theory]
    [InlineData("Summarizer")]
    [InlineData("Summarizer.Storage", "Summarizer")]
    [InlineData("Summarizer.Pipeline", "Summarizer.Storage")]
    [InlineData("Summarizer.Catalog", "Summarizer.Storage")]
    [InlineData("Summarizer.Web", "Summarizer.Catalog", "Summarizer.Pipeline")]
    [InlineData("Summarizer.Host", "Summarizer.Web")]
    [InlineData("Summarizer.Functions", "Summarizer.Web")]
    public void A_project_references_only_what_lies_beneath_it(string project, params string[] expected)
    {
        var file = XDocument.Parse(Repository.Text($"src/{project}/{project}.csproj"));

        var references = file.Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')))
            .Where(r => r.StartsWith("Summarizer", StringComparison.Ordinal));

        Assert.Equal(expected.Order(StringComparer.Ordinal), references.Order(StringComparer.Ordinal));
    }
}
