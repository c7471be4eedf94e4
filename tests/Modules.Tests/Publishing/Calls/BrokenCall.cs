using System.Text.Json.Nodes;

namespace Orchestrator.Modules.Tests.Publishing.Calls;

/// <summary>A call of a module that says what breaks a rule in a manifest.</summary>
/// <param name="Module">The module.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Path">What breaks it in the manifest.</param>
/// <param name="Variables">What the call says.</param>
internal sealed record BrokenCall(string Module, string Rule, string Path, JsonObject Variables)
{
    /// <summary>The property that breaks the rule, without the names and places around it.</summary>
    internal string Property => Path[(Path.LastIndexOf('.') + 1)..].Split('[')[0];
}
