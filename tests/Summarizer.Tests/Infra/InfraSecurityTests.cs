using System.Text.RegularExpressions;
using Summarizer.Tests.Support;

namespace Summarizer.Tests.Infra;

/// <summary>Nothing in the infrastructure needs, holds or gives away a secret, and roles are few and reasoned.</summary>
public sealed partial class InfraSecurityTests
{
    [Fact]
    public void Storage_takes_identities_over_tls_only()
    {
        var account = BicepFile.Named("storage.bicep").Resources("Microsoft.Storage/storageAccounts").Single();

        Assert.True(account.After("allowSharedKeyAccess")!.Value.Is("false"));
        Assert.True(account.After("allowBlobPublicAccess")!.Value.Is("false"));
        Assert.True(account.After("supportsHttpsTrafficOnly")!.Value.Is("true"));
        Assert.Equal("TLS1_2", account.TextOf("minimumTlsVersion"));
        Assert.All(
            BicepFile.Named("storage.bicep").Resources("Microsoft.Storage/storageAccounts/blobServices/containers"),
            c => Assert.Equal("None", c.TextOf("publicAccess")));
    }

    [Fact]
    public void App_model_and_telemetry_take_identities_over_tls_only()
    {
        var app = BicepFile.Named("app.bicep");
        var site = app.Resources("Microsoft.Web/sites").Single();
        var policies = app.Resources("Microsoft.Web/sites/basicPublishingCredentialsPolicies").ToList();

        Assert.True(site.After("httpsOnly")!.Value.Is("true"));
        Assert.Equal("1.2", site.TextOf("minTlsVersion"));
        Assert.Equal(2, policies.Count);
        Assert.All(policies, p => Assert.True(p.After("allow")!.Value.Is("false")));
        Assert.True(BicepFile.Named("openai.bicep").Resources("Microsoft.CognitiveServices/accounts").Single()
            .After("disableLocalAuth")!.Value.Is("true"));
        Assert.True(BicepFile.Named("monitoring.bicep").Resources("Microsoft.Insights/components").Single()
            .After("DisableLocalAuth")!.Value.Is("true"));
    }

    [Fact]
    public void Keys_are_read_in_the_second_phase_alone_and_never_put_out()
    {
        foreach (var file in BicepFile.All)
        {
            Assert.Equal(file.Path == "infra/modules/uploads.bicep", file.Tokens.Any(t => t.Is("listKeys")));
            Assert.DoesNotContain(file.Of("param"), p => Secret().IsMatch(p.Name));
            Assert.DoesNotContain(file.Of("output"), o => Secret().IsMatch(o.Name));
        }

        Assert.Empty(BicepFile.Named("uploads.bicep").Of("output"));
    }

    [Fact]
    public void No_file_of_the_deployment_holds_a_key()
    {
        var files = Directory.GetFiles(Repository.PathOf("infra"), "*", SearchOption.AllDirectories)
            .Append(Repository.PathOf("azure.yaml")).Append(Repository.PathOf("host.json"));

        Assert.All(files, f => Assert.DoesNotMatch(Key(), File.ReadAllText(f)));
    }

    [Fact]
    public void Every_role_has_a_name_and_a_reason_and_is_assigned_once()
    {
        var roles = BicepFile.Named("roles.bicep");
        var definitions = RoleDefinition().Matches(roles.Source).ToDictionary(m => m.Groups["name"].Value, m => m.Groups["role"].Value);
        var assigned = roles.Resources("Microsoft.Authorization/roleAssignments")
            .Select(r => r.Body.Single(t => definitions.ContainsKey(t.Text) && IsLastOf(r, t)).Text).ToList();

        Assert.Equal(roles.Of("var").Select(v => v.Name).Order(), definitions.Keys.Order());
        Assert.Equal(definitions.Keys.Order(), assigned.Order());
        Assert.DoesNotContain(definitions.Values,
            r => r is "Owner" or "Contributor" || r.EndsWith("Administrator", StringComparison.Ordinal));
        Assert.DoesNotContain(BicepFile.All, f => f != roles && f.Source.Contains("roleAssignments", StringComparison.Ordinal));
    }

    /// <summary>The role is named twice, in the assignment's own name and as the definition; the second counts.</summary>
    private static bool IsLastOf(BicepDeclaration assignment, BicepToken token)
        => assignment.Body.Last(t => t.Is(token.Text)).Line == token.Line;

    [GeneratedRegex("secret|password|key", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();

    [GeneratedRegex(@"AccountKey=(?!\$\{)|SharedAccessSignature|InstrumentationKey=|[?&]sig=|[A-Za-z0-9+/]{64,}={0,2}")]
    private static partial Regex Key();

    // A reason in comment lines right above, and the role's name behind its id.
    [GeneratedRegex(@"// Reason: .+\n(?:// .+\n)*var (?<name>\w+) = '[0-9a-f-]{36}' // (?<role>.+)\n")]
    private static partial Regex RoleDefinition();
}
