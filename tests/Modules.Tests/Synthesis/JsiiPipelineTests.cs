using HashiCorp.Cdktf;
using Orchestrator.Modules.Synthesis;
using Aws = HashiCorp.Cdktf.Providers.Aws;

namespace Orchestrator.Modules.Tests.Synthesis;

/// <summary>Tests of <see cref="JsiiPipeline"/>, which tells references before node does.</summary>
[Collection(nameof(Jsii))]
public sealed class JsiiPipelineTests
{
    [Fact]
    public void More_than_a_pipe_holds_is_sent_and_answered()
    {
        using var pipeline = JsiiPipeline.Begin();

        // Requests of 300 to 200,000 bytes: many of them, some larger than what may be without an answer.
        var groups = Synthesized.Stack(stack =>
        {
            foreach (var number in Enumerable.Range(0, 300))
            {
                var group = Make(stack, $"group{number}", new string('x', number % 100 == 7 ? 200_000 : number));
                if (number == 150)
                {
                    group.AddOverride("tags.more", new string('y', 200_000));
                }
            }
        })["aws_lb_target_group"]!.AsObject();

        Assert.Equal(300, groups.Count);
        Assert.Equal(200_000, ((string)groups["group107"]!["tags"]!["padding"]!).Length);
        Assert.Equal(200_000, ((string)groups["group150"]!["tags"]!["more"]!).Length);
    }

    [Fact]
    public void What_the_bindings_make_in_between_is_counted()
    {
        using var pipeline = JsiiPipeline.Begin();

        var groups = Synthesized.Stack(stack =>
        {
            Make(stack, "first");
            var constructed = new Aws.LbTargetGroup.LbTargetGroup(stack, "constructed", new Aws.LbTargetGroup.LbTargetGroupConfig());
            Make(stack, "second");
            // Each of these has node tell of objects that it had no number for.
            Assert.Equal("composed/second", stack.Node.FindChild("second").Node.Path);
            Assert.NotNull(Token.AsAny("${var.port}"));
            constructed.AddOverride("port", "${var.port}");
            var third = Make(stack, "third");
            third.AddOverride("port", 81);
        })["aws_lb_target_group"]!.AsObject();

        Assert.Equal(["constructed", "first", "second", "third"], groups.Select(group => group.Key).Order(StringComparer.Ordinal));
        Assert.Equal(81, (int)groups["third"]!["port"]!);
        Assert.Equal("${var.port}", (string)groups["constructed"]!["port"]!);
    }

    [Fact]
    public void What_node_refuses_is_told_with_the_next_answer_and_nothing_is_out_of_step_after_it()
    {
        var refused = Assert.Throws<InvalidOperationException>(() =>
        {
            using var pipeline = JsiiPipeline.Begin();
            Synthesized.Stack(stack =>
            {
                Make(stack, "one");
                Make(stack, "twice");
                Make(stack, "twice");
                Make(stack, "two");
            });
        });
        var after = Synthesized.Stack(stack => Make(stack, "one"));

        Assert.Contains("There is already a Construct with name 'twice'", refused.Message);
        Assert.Contains("@cdktf/provider-aws.lbTargetGroup.LbTargetGroup", refused.Message);
        Assert.Single(after["aws_lb_target_group"]!.AsObject());
    }

    [Fact]
    public void Where_nothing_asks_for_an_answer_its_end_reads_them()
    {
        Synthesized.Stack(stack =>
        {
            using (JsiiPipeline.Begin())
            {
                Make(stack, "one");
                Make(stack, "two");
            }

            Assert.Null(JsiiPipeline.Current);
            Assert.Equal("composed/two", stack.Node.FindChild("two").Node.Path);
        });
    }

    private static Aws.LbTargetGroup.LbTargetGroup Make(TerraformStack stack, string id, string padding = "") =>
        JsiiKernel.Create<Aws.LbTargetGroup.LbTargetGroup>(stack, id, new Aws.LbTargetGroup.LbTargetGroupConfig { Tags = new Dictionary<string, string> { ["padding"] = padding } }, id);
}
