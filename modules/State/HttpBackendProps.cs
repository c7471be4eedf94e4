using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.State;

/// <summary>State on a server that speaks Terraform's HTTP protocol. The credentials are TF_HTTP_USERNAME and TF_HTTP_PASSWORD.</summary>
[RefusesUnknownKeys("STATE281")]
public sealed record HttpBackendProps : IProps
{
    /// <summary>The address of the states; <c>/STACK</c> is appended for each stack's.</summary>
    public required Value<string> Address { get; init; }

    /// <summary>What is appended to a state's address for its lock, <c>/lock</c>. Nothing unless set: the state's own address is locked.</summary>
    public Value<string>? LockPath { get; init; }

    /// <summary>The method that locks: <c>POST</c> for GitLab. <c>LOCK</c> unless set.</summary>
    public Value<string>? LockMethod { get; init; }

    /// <summary>The method that unlocks: <c>DELETE</c> for GitLab. <c>UNLOCK</c> unless set.</summary>
    public Value<string>? UnlockMethod { get; init; }
}
