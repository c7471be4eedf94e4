using HashiCorp.Cdktf;
using Orchestrator.Modules.Names;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.Values;
using Aws = HashiCorp.Cdktf.Providers.Aws;

namespace Orchestrator.Modules.Iam;

/// <summary>A role with one policy, which belongs to the construct that needs it.</summary>
internal sealed class Role
{
    /// <summary>Makes the role.</summary>
    /// <param name="owner">The construct that needs it.</param>
    /// <param name="purpose">What for: part of its name in Terraform and in AWS.</param>
    /// <param name="props">What it may do, and who takes it on.</param>
    internal Role(ModuleConstruct owner, string purpose, RoleProps props)
    {
        var logicalId = $"{owner.LogicalId}_{purpose}";
        Arn = Expression.Attribute("aws_iam_role", logicalId, "arn");
        Name = Expression.Attribute("aws_iam_role", logicalId, "name");
        owner.Make<Aws.IamRole.IamRole>(
            $"{purpose}-role",
            new Aws.IamRole.IamRoleConfig
            {
                Name = Emit.Text(props.Name),
                NamePrefix = Emit.Text(Value.When<string>(props.Name.IsSet(), null, new Expression(owner.PrefixOf(AwsNames.Role, owner.LogicalId, purpose)))),
                AssumeRolePolicy = PolicyDocument.AssumedBy(props.Service, props.Source).Text(owner.Json),
                Tags = Emit.Map(props.Tags),
                Lifecycle = LifecycleOf(owner, props),
            },
            purpose);
        PolicyAddress = AddPolicy(owner, purpose, props.Policy);
    }

    /// <summary>Its ARN.</summary>
    internal Value<string> Arn { get; }

    /// <summary>Its name in AWS.</summary>
    internal Value<string> Name { get; }

    /// <summary>The address of its policy in Terraform.</summary>
    internal string PolicyAddress { get; }

    /// <summary>Allows it more, by a policy beside its own.</summary>
    /// <param name="owner">The construct that needs it.</param>
    /// <param name="purpose">What for: the policy's name in Terraform and in AWS.</param>
    /// <param name="policy">What it may do besides.</param>
    /// <returns>The policy's address in Terraform.</returns>
    internal string AddPolicy(ModuleConstruct owner, string purpose, PolicyDocument policy)
    {
        owner.Make<Aws.IamRolePolicy.IamRolePolicy>(
            $"{purpose}-policy",
            new Aws.IamRolePolicy.IamRolePolicyConfig
            {
                Role = Emit.Text(Name)!,
                Name = purpose,
                Policy = policy.Text(owner.Json),
            },
            purpose);
        return $"aws_iam_role_policy.{owner.LogicalId}_{purpose}";
    }

    /// <summary>A role whose name changes is in use until what has it takes on the new one.</summary>
    private static ITerraformResourceLifecycle? LifecycleOf(ModuleConstruct owner, RoleProps props) =>
        owner.Model.IsModule || props.Name is not null ? null : props.CanBeNamed ? Emit.CreateBeforeDestroy() : Emit.KeepsPrefix();
}
