using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.SecurityGroups;

/// <summary>A security group that something else made. Its rules stay as they are.</summary>
/// <param name="Id">Its id, <c>sg-0a1b2c3d4e5f60718</c>.</param>
public sealed record ExistingSecurityGroup(Value<string> Id) : ISecurityGroup
{
    /// <summary>What rules that name the group as their peer are called after. Unless set, its id; an id that is a CDKTF token needs a name.</summary>
    /// <exception cref="InvalidOperationException">The id is a token, which differs from one synthesis to the next, and no name is set.</exception>
    public string Name
    {
        get => field ?? (Token.IsIn(Id.ToString()) ? throw new InvalidOperationException("an existing security group whose id is a token of CDKTF needs a Name before it can be connected") : TerraformName.Part(Id.ToString()));
        init;
    }

    /// <inheritdoc/>
    public SecurityGroupProps? Props => null;

    /// <inheritdoc/>
    public override string ToString() => Id.ToString();
}
