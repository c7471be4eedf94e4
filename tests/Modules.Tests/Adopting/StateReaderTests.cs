using System.Text;
using System.Text.Json.Nodes;
using Orchestrator.Modules.Adopting;

namespace Orchestrator.Modules.Tests.Adopting;

public sealed class StateReaderTests
{
    [Theory]
    [InlineData("{", "is not JSON: ")]
    [InlineData("[]", "is JSON, but neither a state nor a plan")]
    [InlineData("{}", "is neither a state nor what terraform show -json prints of one or of a plan")]
    [InlineData("""{ "version": 3, "resources": [] }""", "is a state in version 3 of the format: have Terraform 1.10 or later write it")]
    [InlineData("""{ "version": 4, "resources": [] }""", "has no resource that exists")]
    [InlineData("""{ "version": 4, "resources": [{ "mode": 1 }] }""", "is not as Terraform writes a state: a value has another type than it has there")]
    [InlineData("""{ "version": 4, "resources": [{ "mode": "managed", "type": "aws_lb", "instances": [{ "attributes": {} }] }] }""", "has a resource without name")]
    [InlineData("""{ "planned_values": {} }""", "is a plan before whose apply nothing exists")]
    public void What_is_no_state_is_told_as_that(string json, string message) =>
        Assert.StartsWith(message, Assert.Throws<UnreadableStateException>(() => StateReader.Read(Encoding.UTF8.GetBytes(json))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("aws_instance", "{}", "has no load balancer, target group, ECS service or security group, so nothing that a manifest has")]
    [InlineData("aws_ecs_cluster", """{ "arn": "arn:aws:ecs:eu-central-1:123456789012:cluster/main" }""", "has nothing that is in a VPC, so nothing that a manifest has")]
    public void What_a_manifest_has_nothing_of_is_told_as_that(string type, string values, string message) =>
        Assert.Equal(message, Assert.Throws<UnreadableStateException>(() => new Adoption("store", "production", [new StateResource(null, type, "one", null, JsonNode.Parse(values)!.AsObject(), 0)])).Message);

    [Fact]
    public void The_file_of_a_state_and_what_is_shown_of_it_are_the_same_resources()
    {
        const string file = """{ "version": 4, "resources": [{ "module": "module.a[\"x\"]", "mode": "managed", "type": "aws_lb", "name": "this", "instances": [{ "index_key": 0, "schema_version": 1, "attributes": { "name": "web" } }, { "deposed": "0a1b2c3d", "attributes": {} }] }, { "mode": "data", "type": "aws_lb", "name": "other", "instances": [] }] }""";
        const string shown = """{ "values": { "root_module": { "child_modules": [{ "address": "module.a[\"x\"]", "resources": [{ "mode": "managed", "type": "aws_lb", "name": "this", "index": 0, "schema_version": 1, "values": { "name": "web" } }, { "mode": "managed", "type": "aws_lb", "name": "this", "index": 0, "deposed_key": "0a1b2c3d", "values": {} }] }] } } }""";

        var resources = new[] { file, shown }.Select(json => Assert.Single(StateReader.Read(Encoding.UTF8.GetBytes(json)))).ToList();

        Assert.All(resources, resource => Assert.Equal(("module.a[\"x\"].aws_lb.this[0]", "module.a.aws_lb.this", 1, """{"name":"web"}"""), (resource.Address, resource.Whole, resource.SchemaVersion, resource.Values.ToJsonString())));
    }
}
