using System.Text.Json.Nodes;
using Orchestrator.Modules.Tests.Synthesis;

namespace Orchestrator.Modules.Tests.Changes;

/// <summary>The configuration of a stack.</summary>
internal sealed class SynthesizedStack
{
    internal SynthesizedStack(string configuration)
    {
        Resources = Synthesized.Resources(configuration).DeepClone().AsObject();
        var rest = JsonNode.Parse(configuration)!.AsObject();
        rest.Remove("resource");
        rest.Remove("//");
        OutsideResources = rest.ToJsonString();
    }

    /// <summary>Its resources, by kind and name.</summary>
    internal JsonObject Resources { get; }

    /// <summary>All else: what the provider, the backend and Terraform are told, and the outputs.</summary>
    internal string OutsideResources { get; }

    /// <summary>Whether it is another configuration.</summary>
    internal bool Differs(SynthesizedStack other) => OutsideResources != other.OutsideResources || !JsonNode.DeepEquals(Resources, other.Resources);
}
