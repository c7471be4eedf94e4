using System.Text.Json.Nodes;
using Orchestrator.Modules.Names;

namespace Orchestrator.Modules.Tests.Synthesis;

/// <summary>A resource of a stack that was synthesized.</summary>
internal sealed record Made(string Stack, string Type, string Name, JsonObject Attributes)
{
    /// <summary>The names of its manifest's resources; null where it comes from none.</summary>
    internal IReadOnlyList<NamedResource>? Names { get; init; }

    /// <summary>An attribute as text; null where it is not set.</summary>
    internal string? Text(string attribute) => Attributes[attribute]?.ToString();

    public override string ToString() => $"{Stack}: {Type}.{Name}";
}
