using HashiCorp.Cdktf;
using Orchestrator.Modules.State;

namespace Orchestrator.Modules.Synthesis;

/// <summary>What every stack says of Terraform itself.</summary>
public static class TerraformSettings
{
    /// <summary>1.11 is the first with S3's native locking.</summary>
    public const string RequiredVersion = ">= 1.11.0";

    /// <summary>The provider versions that the emitted resources are valid with.</summary>
    public const string AwsProviderVersion = ">= 5.100.0, < 7.0.0";

    /// <summary>Sets the backend and the versions. CDKTF would pin the one provider version that it was generated from.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="name">The stack's name.</param>
    /// <param name="backend">Where its state is kept.</param>
    public static void Apply(TerraformStack stack, string name, BackendProps backend)
    {
        BackendModel.Declare(StackModel.Of(stack).Model, $"{name}.backend", backend);
        Backend.Set(stack, name, backend);
        Kernel.Override(stack, "terraform.required_version", RequiredVersion);
        Kernel.Override(stack, "terraform.required_providers.aws", new Dictionary<string, object> { ["source"] = "hashicorp/aws", ["version"] = AwsProviderVersion });
    }
}
