using System.Text.RegularExpressions;
using Summarizer.Storage;
using Summarizer.Tests.Support;
using Summarizer.Web;
using Summarizer.Web.Endpoints;
using YamlDotNet.RepresentationModel;

namespace Summarizer.Tests.Infra;

/// <summary>What runs the image: compose, Kubernetes, Container Apps; against the code's names, and locked down.</summary>
public sealed partial class ComposeTests
{
    /// <summary>Where the image listens.</summary>
    internal const string Port = "8080";

    /// <summary>Which identity reaches the storage; its parts stand in one row of the README's table.</summary>
    private const string Identity = $"{StorageNames.Connection}__clientId";

    /// <summary>The user of Microsoft's images that is not root.</summary>
    internal const string User = "1654";

    private static readonly YamlNode Compose = YamlFile.Documents("infra/containers/compose.yaml").Single();
    private static readonly IReadOnlyList<YamlNode> Kubernetes = YamlFile.Documents("infra/containers/kubernetes.yaml");

    [Fact]
    public void Compose_gives_no_service_more_than_it_needs()
    {
        foreach (var service in Compose.At("services").Keys().Select(name => Compose.At("services", name)))
        {
            Assert.Equal("true", service.At("read_only").Text());
            Assert.Equal(["ALL"], service.At("cap_drop").Texts());
            Assert.Equal(["no-new-privileges:true"], service.At("security_opt").Texts());
            Assert.Matches("^[0-9]+[mg]$", service.At("mem_limit").Text());
            Assert.Null(service.Find("privileged"));
            Assert.DoesNotContain("latest", service.At("image").Text(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Compose_asks_for_a_key_and_publishes_to_this_machine_unless_told()
    {
        var summarizer = Compose.At("services", "summarizer");

        Assert.StartsWith("${API_KEY:?", summarizer.At("environment", "Api__Key").Text(), StringComparison.Ordinal);
        Assert.Equal([$"${{BIND:-127.0.0.1}}:7071:{Port}"], summarizer.At("ports").Texts());
        Assert.Equal("infra/containers/Dockerfile", summarizer.At("build", "dockerfile").Text());
        Assert.Equal("service_healthy", summarizer.At("depends_on", "azurite", "condition").Text());
        Assert.All(summarizer.At("environment").Keys(), AssertSetting);
    }

    [Fact]
    public void Compose_runs_the_Azurite_that_the_Host_would_start_and_hides_it()
    {
        var azurite = Compose.At("services", "azurite");
        var version = Repository.Json("src/Summarizer.Host/package.json").GetProperty("dependencies").GetProperty("azurite").GetString();
        var starter = Repository.Text("src/Summarizer.Host/Azurite/AzuriteServer.cs");

        Assert.Equal($"mcr.microsoft.com/azure-storage/azurite:{version}", azurite.At("image").Text());
        Assert.Null(azurite.Find("ports"));
        Assert.Equal("true", Compose.At("networks", azurite.At("networks").Texts().Single(), "internal").Text());
        Assert.All(
            azurite.At("command").Texts().Where(a => a.StartsWith("--", StringComparison.Ordinal)),
            a => Assert.Contains($"\"{a}\"", starter, StringComparison.Ordinal));
        var location = azurite.At("command").Texts().SkipWhile(a => a != "--location").ElementAt(1);
        Assert.Equal([$"articles:{location}"], azurite.At("volumes").Texts());
        Assert.NotNull(azurite.Find("healthcheck"));
    }

    [Fact]
    public void Kubernetes_runs_it_without_root_capabilities_or_writing()
    {
        var pod = Kind("Deployment").At("spec", "template", "spec");
        var container = pod.At("containers").Items().Single();
        var context = container.At("securityContext");

        Assert.Equal(User, pod.At("securityContext", "runAsUser").Text());
        Assert.Equal("true", pod.At("securityContext", "runAsNonRoot").Text());
        Assert.Equal("true", context.At("readOnlyRootFilesystem").Text());
        Assert.Equal("false", context.At("allowPrivilegeEscalation").Text());
        Assert.Equal(["ALL"], context.At("capabilities", "drop").Texts());
        Assert.Equal(Port, container.At("ports", 0, "containerPort").Text());
        Assert.Equal("/" + ApiRoutes.Health, container.At("readinessProbe", "httpGet", "path").Text());
        // Killing a pod does not bring storage back.
        Assert.NotNull(container.At("livenessProbe").Find("tcpSocket"));
        Assert.All(container.At("env").Items(), e => AssertSetting(e.At("name").Text()));
        Assert.NotNull(container.At("env").Items().Single(e => e.At("name").Text() == "Api__Key").At("valueFrom").Find("secretKeyRef"));
    }

    [Fact]
    public void Kubernetes_scales_on_articles_that_are_due_and_keeps_one_host()
    {
        var scaled = Kind("ScaledObject").At("spec");
        var queue = scaled.At("triggers").Items().Single(t => t.At("type").Text() == "azure-queue").At("metadata");

        Assert.Equal("1", scaled.At("minReplicaCount").Text());
        Assert.Equal(Kind("Deployment").At("metadata", "name").Text(), scaled.At("scaleTargetRef", "name").Text());
        Assert.Equal(StorageNames.Retries, queue.At("queueName").Text());
        Assert.Equal("visibleonly", queue.At("queueLengthStrategy").Text());
        // KEDA looks at 32 messages at most, so that a longer target would never be reached.
        Assert.InRange(int.Parse(queue.At("queueLength").Text(), System.Globalization.CultureInfo.InvariantCulture), 1, 32);
    }

    [Fact]
    public void Container_Apps_use_the_same_names()
    {
        var app = BicepFile.All.Single(f => f.Path == "infra/containers/containerapp.bicep");

        Assert.Contains($"queueName: '{StorageNames.Retries}'", app.Source, StringComparison.Ordinal);
        Assert.Contains($"targetPort: {Port}", app.Source, StringComparison.Ordinal);
        Assert.Contains($"path: '/{ApiRoutes.Health}'", app.Source, StringComparison.Ordinal);
        Assert.Contains("minReplicas: 1", app.Source, StringComparison.Ordinal);
        Assert.Contains("allowInsecure: false", app.Source, StringComparison.Ordinal);
        Assert.All(EnvironmentName().Matches(app.Source).Select(m => m.Groups[1].Value), AssertSetting);
    }

    private static YamlNode Kind(string kind) => Kubernetes.Single(d => d.At("kind").Text() == kind);

    /// <summary>What the README's table of settings knows.</summary>
    private static void AssertSetting(string name)
        => Assert.Contains(
            $"`{(name == Identity ? StorageNames.Connection : name)}`", Repository.Text("README.md"), StringComparison.Ordinal);

    [GeneratedRegex(@"\{ name: '(\w+)', (?:value|secretRef):")]
    private static partial Regex EnvironmentName();
}
