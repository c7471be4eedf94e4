using Orchestrator.Tests.Terraform;

namespace Orchestrator.Modules.Tests;

/// <summary>A test of Terraform for several values that takes minutes, and runs with <c>EVERY_CASE=1</c> alone.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryCaseTheoryAttribute : TheoryAttribute
{
    public EveryCaseTheoryAttribute() => Skip = Samples.IsWhole ? TerraformDirectory.ReasonToSkip : "EVERY_CASE=1 runs it";
}
