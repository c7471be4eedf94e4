using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.State;

/// <summary>Keys of states in a bucket.</summary>
internal static class StateKey
{
    /// <summary>The key unless a manifest says another.</summary>
    internal const string Template = "<app>/<environment>/<stack>.tfstate";

    private const string Part = "([A-Za-z0-9!_.*'()-]|<app>|<environment>|<stack>)+";

    /// <summary>Terraform refuses the slashes; the signs are those that S3 calls safe.</summary>
    internal static readonly TextMatching Constraint = new($"^{Part}(/{Part})*$", 1024, "letters, digits, !_.*'()- and the placeholders <app>, <environment> and <stack>, in parts with one slash between two");

    /// <summary>The key of one stack.</summary>
    internal static Value<string> Of(Value<string> template, string app, string environment, string stack) =>
        template.TryGetLiteral(out var literal) ? literal.Replace("<app>", app).Replace("<environment>", environment).Replace("<stack>", stack) : template;
}
