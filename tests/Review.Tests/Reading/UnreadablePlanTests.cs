using System.Text;
using Orchestrator.Review.Plans;

namespace Orchestrator.Review.Tests.Reading;

public sealed class UnreadablePlanTests
{
    private const string Ask = "run terraform show -json PLANFILE > plan.json and review that";

    [Theory]
    [InlineData("", "the plan is empty: terraform show -json failed, and > left an empty file; read its error, then run terraform show -json PLANFILE > plan.json again")]
    [InlineData("  \n", "the plan is empty: terraform show -json failed, and > left an empty file; read its error, then run terraform show -json PLANFILE > plan.json again")]
    [InlineData("PK\u0003\u0004rest", "this is the binary plan file: " + Ask)]
    [InlineData("\nTerraform will perform the following actions:\n\n  # aws_eip.a will be created\n", "this is a plan as text, for people: save it with terraform plan -out=PLANFILE, then " + Ask)]
    [InlineData("OpenTofu used the selected providers to generate the following execution plan.", "this is a plan as text, for people: save it with terraform plan -out=PLANFILE, then " + Ask)]
    [InlineData("[command]/home/runner/work/_temp/terraform-bin show -json p.out\n{\"format_version\": \"1.2\"}\n", "there are lines beside the JSON that the wrapper of hashicorp/setup-terraform prints: set terraform_wrapper: false in that step, and make the plan's JSON again")]
    [InlineData("{\"format_version\": \"1.2\"}\n::debug::Terraform exited with code 0.\n", "there are lines beside the JSON that the wrapper of hashicorp/setup-terraform prints: set terraform_wrapper: false in that step, and make the plan's JSON again")]
    [InlineData("resources: []", "this is not JSON: " + Ask)]
    [InlineData("{}", "this JSON is no plan, it has no format_version: " + Ask)]
    [InlineData("""{"format_version":"2.0","resource_changes":[]}""", "the plan's format is 2.0: this reads format 1; a newer review is needed for a newer format")]
    [InlineData("""{"format_version":"one"}""", "the plan's format is not told: this reads format 1, which Terraform writes since 1.1, and OpenTofu")]
    [InlineData("""{"format_version":"0.2"}""", "the plan's format is 0.2, of a Terraform before 1.1: this reads format 1; plan with Terraform 1.1 or newer")]
    [InlineData("""{"version":4,"terraform_version":"1.11.4","serial":3,"lineage":"x","resources":[]}""", "this is a state, not a plan: " + Ask)]
    [InlineData("""{"format_version":"1.0","values":{"root_module":{}}}""", "this is a state as terraform show -json tells it without a plan file: " + Ask)]
    [InlineData("{\"@level\":\"info\",\"@message\":\"Terraform 1.11.4\"}\n{\"@level\":\"info\"}\n", "this is the log of terraform plan -json, not the plan: save the plan with -out=PLANFILE, then " + Ask)]
    [InlineData("""{"format_version":"1.2","resource_changes":[{"address":"a""", "the plan's JSON is broken or cut off (line 1, byte 58 of it): make it again with terraform show -json")]
    [InlineData("""{"format_version":"1.2"} {}""", "the plan's JSON is broken or cut off (line 1, byte 26 of it): make it again with terraform show -json")]
    public void What_is_no_plan_is_named_with_what_to_run(string text, string message)
    {
        var exception = Assert.Throws<UnreadablePlanException>(() => Given.Plan(text));

        Assert.Equal(message, exception.Message);
    }

    [Fact]
    public void Wherever_a_plan_is_cut_off_it_is_refused_with_a_sentence()
    {
        var plan = Encoding.UTF8.GetBytes(Given.Changes("""{ "aws_eip.a": { "actions": "update", "before": { "tags": {} }, "after": { "tags": { "a": "ä" } } } }""", "\"configured\": { \"aws_eip.a\": {} }"));

        Assert.All(Enumerable.Range(1, plan.Length - 1), length => Assert.Throws<UnreadablePlanException>(() => PlanReader.Read(new MemoryStream(plan, 0, length))));
    }
}
