using Constructs;
using HashiCorp.Cdktf;
using Orchestrator.Modules.Synthesis;
using Aws = HashiCorp.Cdktf.Providers.Aws;

namespace Orchestrator.Modules.Tests.Synthesis;

/// <summary>
/// <see cref="JsiiKernel"/> uses what the jsii runtime keeps to itself. These tests tell of a runtime in which it is called or does otherwise.
/// </summary>
[Collection(nameof(Jsii))]
public sealed class JsiiKernelTests
{
    [Fact]
    public void What_the_kernel_makes_is_what_the_constructors_make()
    {
        var constructed = Synthesized.Stack(stack => Compose(
            new Construct(stack, "scope"),
            (scope, id, config) => new Aws.LbTargetGroup.LbTargetGroup(scope, id, config),
            (scope, id, config) => new Aws.Lb.Lb(scope, id, config),
            (scope, id, config) => new Aws.LbListener.LbListener(scope, id, config)));

        var made = Synthesized.Stack(ComposeInKernel);

        Assert.Equal(constructed.ToJsonString(), made.ToJsonString());
        Assert.Equal("${aws_lb.web.arn}", (string)made["aws_lb_listener"]!.AsObject().Single().Value!["load_balancer_arn"]!);
    }

    [Fact]
    public void What_a_pipeline_makes_is_the_same()
    {
        var made = Synthesized.Stack(ComposeInKernel);

        using var pipeline = JsiiPipeline.Begin();
        var sent = Synthesized.Stack(ComposeInKernel);

        Assert.Equal(made.ToJsonString(), sent.ToJsonString());
    }

    [Fact]
    public void What_the_kernel_makes_answers_as_what_the_constructors_make()
    {
        Synthesized.Stack(stack =>
        {
            var group = JsiiKernel.Create<Aws.LbTargetGroup.LbTargetGroup>(new MadeInKernel(stack, "scope"), "group", new Aws.LbTargetGroup.LbTargetGroupConfig { Port = 80 });

            Assert.Equal("composed/scope/group", group.Node.Path);
            Assert.Equal(80, group.PortInput);
            Assert.Same(group, stack.Node.FindAll().OfType<Aws.LbTargetGroup.LbTargetGroup>().Single());
        });
    }

    [Fact]
    public void What_is_wrong_is_refused()
    {
        Synthesized.Stack(stack =>
        {
            JsiiKernel.Create<Aws.Lb.Lb>(stack, "web", new Aws.Lb.LbConfig());

            var mixed = Assert.Throws<ArgumentException>(() => JsiiKernel.Create<Aws.Lb.Lb>(stack, "app", new Aws.LbTargetGroup.LbTargetGroupConfig()));
            var twice = Assert.ThrowsAny<Exception>(() => JsiiKernel.Create<Aws.Lb.Lb>(stack, "web", new Aws.Lb.LbConfig()));

            Assert.StartsWith("Lb takes ILbConfig, not LbTargetGroupConfig", mixed.Message);
            Assert.Contains("There is already a Construct with name 'web'", twice.Message);
        });
    }

    private static void ComposeInKernel(TerraformStack stack) => Compose(
        new MadeInKernel(stack, "scope"),
        (scope, id, config) => JsiiKernel.Create<Aws.LbTargetGroup.LbTargetGroup>(scope, id, config),
        (scope, id, config) => JsiiKernel.Create<Aws.Lb.Lb>(scope, id, config),
        (scope, id, config) => JsiiKernel.Create<Aws.LbListener.LbListener>(scope, id, config));

    private static void Compose(
        Construct scope,
        Func<Construct, string, Aws.LbTargetGroup.LbTargetGroupConfig, Aws.LbTargetGroup.LbTargetGroup> group,
        Func<Construct, string, Aws.Lb.LbConfig, Aws.Lb.Lb> loadBalancer,
        Func<Construct, string, Aws.LbListener.LbListenerConfig, Aws.LbListener.LbListener> listener)
    {
        var app = group(scope, "app", new Aws.LbTargetGroup.LbTargetGroupConfig
        {
            Name = "app",
            Port = Token.AsNumber("${var.port}"),
            ConnectionTermination = true,
            DeregistrationDelay = "30",
            HealthCheck = new Aws.LbTargetGroup.LbTargetGroupHealthCheck { Path = "/health", Interval = 10 },
            TargetHealthState = new[] { new Aws.LbTargetGroup.LbTargetGroupTargetHealthState { EnableUnhealthyConnectionTermination = false } },
            Tags = new Dictionary<string, string> { ["Name"] = "app", ["a.b"] = "${var.tag}" },
            Lifecycle = new TerraformResourceLifecycle { CreateBeforeDestroy = true, IgnoreChanges = new[] { "tags" } },
        });
        var web = loadBalancer(scope, "web", new Aws.Lb.LbConfig { Internal = true, Subnets = ["subnet-0a1b2c3d4e5f60001", "${var.subnet}"], DependsOn = [app] });
        web.OverrideLogicalId("web");
        listener(scope, "listener", new Aws.LbListener.LbListenerConfig
        {
            LoadBalancerArn = web.Arn,
            Port = 80,
            DefaultAction = new[] { new Aws.LbListener.LbListenerDefaultAction { Type = "forward", TargetGroupArn = app.Arn } },
        });
    }

    private sealed class MadeInKernel(Construct scope, string id) : Construct(JsiiKernel.CreateConstruct(scope, id));
}
