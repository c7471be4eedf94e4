using System.Text.Json.Nodes;
using Orchestrator.Hcl.Expressions;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Publishing;

/// <summary>Anything but null, which an element of a collection in Terraform can be and one in a manifest cannot.</summary>
internal sealed record NotNull : Constraint
{
    internal static readonly NotNull Instance = new();

    public override string Allowed => "elements that are not null; leave out what is not there";

    public override string Violation => "is null";

    public override void Describe(JsonObject schema)
    {
    }

    public override Syntax Condition(Syntax value) => Syntaxes.IsNotNull(value);

    public override bool Accepts(object literal) => true;
}
