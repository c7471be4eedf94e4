using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.SecurityGroups;

/// <summary>A security group that something is placed in or that a rule names: one of this app's, or an existing one.</summary>
[Reference("securityGroups", Existing = "id")]
public interface ISecurityGroup
{
    /// <summary>The group's id.</summary>
    Value<string> Id { get; }

    /// <summary>What rules that name the group as their peer are called after; part of their addresses in the state.</summary>
    string Name { get; }

    /// <summary>What it was declared with, or null for an existing group.</summary>
    SecurityGroupProps? Props { get; }
}
