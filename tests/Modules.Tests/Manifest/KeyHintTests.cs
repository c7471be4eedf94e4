using System.Text.Json.Nodes;
using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.SecurityGroups;
using Orchestrator.Modules.TargetGroups;

namespace Orchestrator.Modules.Tests.Manifest;

public sealed class KeyHintTests
{
    [Theory]
    [InlineData(typeof(ApplicationLoadBalancerProps), "scheme", "internal")]
    [InlineData(typeof(ApplicationLoadBalancerProps), "idleTimeout", "idleTimeoutSeconds")]
    [InlineData(typeof(ApplicationLoadBalancerProps), "idle_timeout_seconds", "idleTimeoutSeconds")]
    [InlineData(typeof(RuleConditionsProps), "path", "paths")]
    [InlineData(typeof(RuleConditionsProps), "host_header", "hosts")]
    [InlineData(typeof(TargetGroupProps), "path", "healthCheck.path")]
    [InlineData(typeof(TargetGroupProps), "type", "targetType")]
    [InlineData(typeof(TargetGroupProps), "vpc", "vpcId")]
    [InlineData(typeof(SecurityGroupProps), "inbound", "ingress")]
    [InlineData(typeof(Modules.Ecs.Services.EcsServiceProps), "deploymentStrategy", "deployment.strategy")]
    [InlineData(typeof(Modules.Ecs.Deployments.DeploymentProps), "lifecycleHooks", "hooks")]
    [InlineData(typeof(ManifestProps), "vpc", "network.vpcId")]
    [InlineData(typeof(ManifestProps), "albs", "applicationLoadBalancers")]
    public void What_others_call_it_is_known(Type props, string word, string expected) =>
        Assert.Equal($"did you mean {expected}?", KeyHint.Of(word, [.. Shape.Of(props).ByKey.Keys]));

    [Fact]
    public void Every_synonym_leads_to_keys_that_there_are()
    {
        var schema = JsonNode.Parse(File.ReadAllText(Repository.PathOf("docs", "manifest.schema.json")))!;
        var shapes = schema["$defs"]!.AsObject().Select(shape => shape.Value!["properties"]).Append(schema["properties"]).OfType<JsonObject>().ToList();

        Assert.All(KeyHint.Synonyms.Values.SelectMany(paths => paths), path => Assert.Contains(shapes, shape => shape.ContainsKey(path.Split('.')[0])));
    }
}
