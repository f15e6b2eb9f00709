using System.Diagnostics;
using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Summarizer.Tests.Support;

namespace Summarizer.Tests.Functions;

/// <summary>The probe says yes only to a feed whose packages the build takes too.</summary>
public sealed partial class ProbeTests
{
    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task Only_the_asked_versions_count(bool newer, int expected)
    {
        using var folder = new TemporaryFolder();
        foreach (var (name, version) in Asked())
            Pack(folder.Path, name, newer && name.EndsWith("Exporter", StringComparison.Ordinal) ? "99.0.0" : version);
        var config = folder.Write("nuget.config", "<configuration><packageSources><clear /></packageSources></configuration>"u8.ToArray());
        using var dotnet = Process.Start(new ProcessStartInfo("dotnet",
        [
            "restore", Repository.PathOf("src/Summarizer.Functions/Worker/Probe.csproj"), "-nodeReuse:false",
            $"-p:RestoreSources={folder.Path}", $"-p:RestoreConfigFile={config}",
            $"-p:BaseIntermediateOutputPath={folder.Path}/obj/", $"-p:RestorePackagesPath={folder.Path}/packages",
        ])
        { RedirectStandardOutput = true })!;

        var output = await dotnet.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await dotnet.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(dotnet.ExitCode == expected, output);
        Assert.Equal(newer, output.Contains("error NU1603", StringComparison.Ordinal));
    }

    private static IEnumerable<(string Name, string Version)> Asked()
    {
        var versions = XDocument.Parse(Repository.Text("Directory.Packages.props")).Descendants("PackageVersion")
            .ToDictionary(p => p.Attribute("Include")!.Value, p => p.Attribute("Version")!.Value);
        return Included().Matches(Repository.Text("src/Summarizer.Functions/Worker/Worker.packages.props"))
            .Select(m => (m.Groups[1].Value, versions[m.Groups[1].Value].Trim('[', ']')));
    }

    private static void Pack(string folder, string name, string version)
    {
        using var package = ZipFile.Open(Path.Combine(folder, $"{name}.{version}.nupkg"), ZipArchiveMode.Create);
        using var spec = new StreamWriter(package.CreateEntry($"{name}.nuspec").Open());
        spec.Write($"<package><metadata><id>{name}</id><version>{version}</version><authors>tests</authors>");
        spec.Write("<description>Empty.</description></metadata></package>");
    }

    [GeneratedRegex("<WorkerPackage Include=\"([^\"]+)\"")]
    private static partial Regex Included();
}
