using System.Text.Json.Nodes;
using Orchestrator.Hcl.Expressions;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Publishing;

/// <summary>Anything but null, which an element of a collection or a required attribute can be in Terraform, and cannot in a manifest.</summary>
/// <param name="Text">What there is to be instead.</param>
internal sealed record NotNull(string Text) : Constraint
{
    internal static readonly NotNull Element = new("elements that are not null; leave out what is not there");

    internal static readonly NotNull Required = new("a value, which it must have");

    public override string Allowed => Text;

    public override string Violation => "is null";

    public override void Describe(JsonObject schema)
    {
    }

    public override Syntax Condition(Syntax value) => Syntaxes.IsNotNull(value);

    public override bool Accepts(object literal) => true;
}
