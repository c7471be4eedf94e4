namespace Orchestrator.Review.Tests.RealPlans;

public sealed class ExamplePlanTests
{
    [Fact]
    public void The_plan_among_the_examples_is_one_that_the_real_provider_made() =>
        Assert.Equal(RecordedPlan.Text("static-ip"), File.ReadAllText(Repository.PathOf("examples", "plans", "static-ip.json")));
}
