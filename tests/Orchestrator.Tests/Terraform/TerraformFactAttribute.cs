namespace Orchestrator.Tests.Terraform;

/// <summary>A <see cref="TerraformTheoryAttribute"/> without data.</summary>
public sealed class TerraformFactAttribute : FactAttribute
{
    public TerraformFactAttribute() => Skip = TerraformDirectory.ReasonToSkip;
}
