using Orchestrator.Tests.Terraform;

namespace Orchestrator.Modules.Tests;

/// <summary>A test of Terraform that takes minutes, and runs with <c>EVERY_CASE=1</c> alone.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryCaseFactAttribute : FactAttribute
{
    public EveryCaseFactAttribute() => Skip = Samples.IsWhole ? TerraformDirectory.ReasonToSkip : "EVERY_CASE=1 runs it";
}
