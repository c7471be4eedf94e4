using Orchestrator.Tests.Terraform;

namespace Orchestrator.Review.Tests.RealPlans;

/// <summary>What the real provider plans is what the recorded plans say: replacements are its decisions, not ours.</summary>
public sealed class RealPlanTests(PlannedCases cases) : IClassFixture<PlannedCases>
{
    public static TheoryData<string> Cases => [.. CaseFile.Names];

    [TerraformTheory]
    [MemberData(nameof(Cases))]
    public Task The_provider_plans_a_case_as_recorded(string name) => Verify(cases.Of(name), "json", RecordedPlan.Settings).UseParameters(name);
}
