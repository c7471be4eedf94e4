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
        PolicyAddress = $"aws_iam_role_policy.{logicalId}";
        owner.Make<Aws.IamRole.IamRole>(
            $"{purpose}-role",
            new Aws.IamRole.IamRoleConfig
            {
                Name = Emit.Text(props.Name),
                NamePrefix = props.Name is null ? RoleName.PrefixOf(owner.LogicalId, purpose) : null,
                AssumeRolePolicy = PolicyDocument.AssumedBy(props.Service).Text(owner.Resolve),
                Tags = Emit.Map(props.Tags),
            },
            purpose);
        owner.Make<Aws.IamRolePolicy.IamRolePolicy>(
            $"{purpose}-policy",
            new Aws.IamRolePolicy.IamRolePolicyConfig
            {
                Role = Emit.Text(Name)!,
                Name = purpose,
                Policy = props.Policy.Text(owner.Resolve),
            },
            purpose);
    }

    /// <summary>Its ARN.</summary>
    internal Value<string> Arn { get; }

    /// <summary>Its name in AWS.</summary>
    internal Value<string> Name { get; }

    /// <summary>The address of its policy in Terraform.</summary>
    internal string PolicyAddress { get; }
}
