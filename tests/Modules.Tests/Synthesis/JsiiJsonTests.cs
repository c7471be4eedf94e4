using HashiCorp.Cdktf;
using Newtonsoft.Json;
using Orchestrator.Modules.Synthesis;
using Aws = HashiCorp.Cdktf.Providers.Aws;

namespace Orchestrator.Modules.Tests.Synthesis;

/// <summary>Tests of <see cref="JsiiJson"/>; that node understands it, those of <see cref="JsiiKernel"/> show.</summary>
[Collection(nameof(Jsii))]
public sealed class JsiiJsonTests
{
    [Theory]
    [InlineData(null, "null")]
    [InlineData("a \"b\"\n${c}", """
        "a \"b\"\n${c}"
        """)]
    [InlineData(true, "true")]
    [InlineData(80, "80")]
    [InlineData(0.5, "0.5")]
    [InlineData(AssetType.FILE, """{"$jsii.enum":"cdktf.AssetType/FILE"}""")]
    public void A_value_is_written(object? value, string expected) => Assert.Equal(expected.Trim(), JsiiJson.Of(value).ToString(Formatting.None));

    [Fact]
    public void Structures_arrays_and_maps_are_written_and_what_is_not_set_is_not() => Assert.Equal(
        """{"$jsii.struct":{"fqn":"@cdktf/provider-aws.lbTargetGroup.LbTargetGroupConfig","data":{"healthCheck":{"$jsii.struct":{"fqn":"@cdktf/provider-aws.lbTargetGroup.LbTargetGroupHealthCheck","data":{"interval":10.0}}},"tags":{"$jsii.map":{"a.b":"c"}},"lifecycle":{"$jsii.struct":{"fqn":"cdktf.TerraformResourceLifecycle","data":{"ignoreChanges":["tags"]}}}}}}""",
        JsiiJson.Of(new Aws.LbTargetGroup.LbTargetGroupConfig
        {
            HealthCheck = new Aws.LbTargetGroup.LbTargetGroupHealthCheck { Interval = 10 },
            Tags = new Dictionary<string, string> { ["a.b"] = "c" },
            Lifecycle = new TerraformResourceLifecycle { IgnoreChanges = new[] { "tags" } },
        }).ToString(Formatting.None));

    [Fact]
    public void What_jsii_does_not_know_is_refused()
    {
        var refused = Assert.Throws<ArgumentException>(() => JsiiJson.Of(new[] { new Uri("https://example.com") }));

        Assert.StartsWith("jsii has no value of System.Uri", refused.Message);
    }
}
