namespace Orchestrator.Tests.Terraform;

/// <summary>
/// A test that runs the real Terraform with the real AWS provider. It is skipped by name where either is missing, unless
/// REQUIRE_TERRAFORM is 1: then it runs, and fails.
/// </summary>
public sealed class TerraformTheoryAttribute : TheoryAttribute
{
    public TerraformTheoryAttribute() => Skip = TerraformDirectory.ReasonToSkip;
}
