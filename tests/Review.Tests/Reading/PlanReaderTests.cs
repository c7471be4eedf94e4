using System.Text;
using Orchestrator.Review.Plans;

namespace Orchestrator.Review.Tests.Reading;

public sealed class PlanReaderTests
{
    [Fact]
    public void Unknown_members_are_passed_over_and_unknown_actions_are_kept()
    {
        var plan = Given.Plan("""{"future":{"deep":[1,{"a":[]}]},"format_version":"1.99","resource_changes":[{"address":"a.b","mode":"managed","type":"a","name":"b","new":1,"change":{"actions":["recycle"],"before":null,"after":null,"mystery":[]}}],"more":[[],{}]}""");

        Assert.Equal(["recycle"], Assert.Single(plan.Changes).Actions);
    }

    [Theory]
    [InlineData("""{"format_version":"1.2","resource_changes":null,"planned_values":null,"prior_state":null,"configuration":null,"output_changes":null,"checks":null,"variables":null}""", 0)]
    [InlineData("""{"format_version":"1.2","planned_values":{},"prior_state":{"values":null},"configuration":{},"resource_changes":[{},{"address":7,"type":null,"change":{"actions":[1,null],"before":"x","after":[[]],"after_unknown":false,"replace_paths":[7,[]]}},"text",null]}""", 4)]
    [InlineData("""{"format_version":"1.2","resource_drift":[{}],"deferred_changes":[{}],"checks":[{}],"output_changes":{"o":null},"resource_changes":[{"address":"aws_lb.a","type":"aws_lb","change":{"actions":["update"],"before":{"subnet_mapping":"?","security_groups":{},"enable_deletion_protection":"true"},"after":{"subnet_mapping":7,"security_groups":[null,[{}]]}}}]}""", 1)]
    public void What_has_another_shape_than_expected_is_reviewed_as_far_as_it_goes(string json, int changes)
    {
        var review = Given.Review(json);

        Assert.Equal(changes, Given.Plan(json).Changes.Count);
        Assert.All(Masking.SecretTests.Everything(review), Assert.NotNull);
    }

    [Theory]
    [InlineData("""{"format_version":"1.2","resource_changes":{}}""")]
    [InlineData("""{"format_version":"1.2","prior_state":[]}""")]
    public void A_part_that_is_no_list_or_no_object_is_refused(string json) => Assert.Throws<UnreadablePlanException>(() => Given.Plan(json));

    [Fact]
    public void A_byte_order_mark_is_passed_over() =>
        Assert.Empty(PlanReader.Read(new MemoryStream([0xEF, 0xBB, 0xBF, .. """{"format_version":"1.0"}"""u8])).Changes);

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    public void A_plan_in_utf_16_is_read(string name, bool hasMark)
    {
        var encoding = Encoding.GetEncoding(name);
        var bytes = encoding.GetBytes(Given.Changes("""{ "aws_eip.a": { "actions": "update", "before": { "tags": {} }, "after": { "tags": { "a": "ä😀" } } } }"""));

        var plan = PlanReader.Read(new MemoryStream([.. hasMark ? encoding.GetPreamble() : [], .. bytes]));

        Assert.Equal("ä😀", Assert.Single(plan.Changes).After["tags"]["a"].Text);
    }

    [Fact]
    public void A_plan_that_arrives_byte_by_byte_is_the_same_plan()
    {
        var json = Given.Changes("""{ "aws_eip.a": { "actions": "update", "before": { "n": 1 }, "after": { "n": 2 } }, "aws_eip.b": { "actions": "delete", "before": {} } }""");

        var plan = PlanReader.Read(new Trickle(Encoding.UTF8.GetBytes(json)));

        Assert.Equal(["aws_eip.a", "aws_eip.b"], plan.Changes.Select(change => change.Address));
    }

    [Fact]
    public void Decimals_stay_exact()
    {
        var change = Assert.Single(Given.Plan(Given.Changes("""{ "aws_x.a": { "actions": "update", "before": { "n": 0.1000000000000000055511151231257827 }, "after": { "n": 0.1 } } }""")).Changes);

        Assert.Equal(("0.1000000000000000055511151231257827", Answer.Yes), (change.Before["n"].Text, change.Differs("n")));
    }

    [Fact]
    public void One_and_one_point_nought_are_one_number()
    {
        var change = Assert.Single(Given.Plan(Given.Changes("""{ "aws_x.a": { "actions": "update", "before": { "n": [{ "m": 1.0 }] }, "after": { "n": [{ "m": 1 }] } } }""")).Changes);

        Assert.Equal(Answer.No, change.Differs("n"));
    }

    [Fact]
    public void The_order_of_a_set_is_no_change_and_that_of_a_list_is_one()
    {
        var change = Assert.Single(Given.Plan(Given.Changes("""{ "aws_lb.a": { "actions": "update", "before": { "subnets": ["a", "b"], "other": ["a", "b"] }, "after": { "subnets": ["b", "a"], "other": ["b", "a"] } } }""")).Changes);

        Assert.Equal((Answer.No, Answer.Yes), (change.Differs("subnets"), change.Differs("other")));
    }

    [Fact]
    public void What_is_unknown_is_found_through_holes()
    {
        var change = Assert.Single(Given.Plan(Given.Changes("""{ "aws_lb.a": { "actions": "update", "before": { "m": [{ "a": 1 }, { "a": 2 }] }, "after": { "m": [{ "a": 1 }, {}] }, "unknown": { "m": [{}, { "a": true }] } } }""")).Changes);

        Assert.Equal((Answer.No, Answer.Unknown), (change.Differs("m.0.a"), change.Differs("m.1.a")));
    }

    [Fact]
    public void A_reference_is_followed_through_variables_and_outputs_of_modules()
    {
        var review = Given.Review("""
            {"format_version":"1.2","resource_changes":[
              {"address":"module.net.aws_lb.web","module_address":"module.net","mode":"managed","type":"aws_lb","name":"web","change":{"actions":["create"],"before":null,"after":{"name":"web","internal":false},"after_unknown":{"arn":true}}},
              {"address":"module.app.aws_lb_listener.http","module_address":"module.app","mode":"managed","type":"aws_lb_listener","name":"http","change":{"actions":["create"],"before":null,"after":{"port":80},"after_unknown":{"load_balancer_arn":true}}}],
             "configuration":{"root_module":{"module_calls":{
               "net":{"module":{"outputs":{"arn":{"expression":{"references":["aws_lb.web.arn","aws_lb.web"]}}},"resources":[{"type":"aws_lb","name":"web","expressions":{}}]}},
               "app":{"expressions":{"lb":{"references":["module.net.arn","module.net"]}},"module":{"resources":[{"type":"aws_lb_listener","name":"http","expressions":{"load_balancer_arn":{"references":["var.lb"]}}}]}}}}}}
            """);

        Assert.Contains(review.Picture.Edges, edge => edge is { From: "module.net.aws_lb.web", To: "module.app.aws_lb_listener.http" });
    }

    private sealed class Trickle(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 1));
    }
}
