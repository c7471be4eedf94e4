using System.Text.Json.Nodes;

namespace Orchestrator.Modules.Synthesis;

/// <summary>An attribute of a resource in one stack that another one reads.</summary>
/// <param name="Owner">The stack that has the resource.</param>
/// <param name="Reader">The stack that reads it.</param>
/// <param name="Address">The resource, <c>aws_lb.web</c>.</param>
/// <param name="Attribute">The attribute, <c>arn</c>.</param>
internal sealed record StackLink(string Owner, string Reader, string Address, string Attribute)
{
    /// <summary>The name of the parameter in Terraform, the same in both stacks.</summary>
    internal string Id => $"{Address.Replace('.', '_')}_{Attribute}";

    /// <summary>The name of the parameter in Systems Manager, which forbids names that begin with aws.</summary>
    internal string Name => $"/terraform/{Owner}/{Address.Replace('.', '/')}/{Attribute}";

    /// <summary>What stands where the attribute stood, inside <c>${ }</c>. ARNs, ids and names are no secrets; a plan can show them.</summary>
    internal string Expression => $"data.aws_ssm_parameter.{Id}.insecure_value";

    internal JsonObject Written() => new()
    {
        ["name"] = Name,
        ["description"] = $"Read by stacks that need {Address} of stack {Owner}.",
        ["type"] = "String",
        ["insecure_value"] = "${" + $"{Address}.{Attribute}" + "}",
    };

    internal JsonObject Read() => new() { ["name"] = Name };
}
