using HashiCorp.Cdktf;
using Orchestrator.Modules.Provider;
using Orchestrator.Modules.State;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Synthesis;

/// <summary>What every stack says of Terraform itself.</summary>
public static class TerraformSettings
{
    /// <summary>1.10 is the first version, of Terraform as of OpenTofu, whose S3 backend has a lock of its own (their upgrade guides and release notes of 1.10).</summary>
    public const string RequiredVersion = ">= 1.10.0";

    /// <summary>What published modules ask for: their validations look at several variables, and their tests set what a plan is given.</summary>
    internal const string RequiredVersionOfModules = ">= 1.11.0";

    /// <summary>The AWS provider's name in the registry.</summary>
    internal const string AwsProvider = "hashicorp/aws";

    /// <summary>Sets the backend and the versions. CDKTF would pin the one provider version that it was generated from.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="name">The stack's name.</param>
    /// <param name="backend">Where its state is kept.</param>
    /// <param name="awsProvider">Which versions of the AWS provider there may be; from the lowest that has all that the stack uses, below 7, unless given.</param>
    public static void Apply(TerraformStack stack, string name, BackendProps backend, Value<string>? awsProvider = null)
    {
        var model = StackModel.Of(stack);
        BackendModel.Declare(model.Model, $"{name}.backend", backend);
        model.Model.Add(name, name, null, new ProviderBoundsProps { AwsProvider = awsProvider });
        Backend.Set(stack, name, backend);
        Kernel.Override(stack, "terraform.required_version", RequiredVersion);
        model.BoundProvider(awsProvider.IsLiteral(out var text) ? VersionConstraint.Parse(text) ?? VersionConstraint.Any : VersionConstraint.Any);
    }
}
