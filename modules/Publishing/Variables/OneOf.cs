using System.Text.Json.Nodes;
using Orchestrator.Hcl.Expressions;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Provider;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Publishing;

/// <summary>A member of an enumeration, which in C# the type itself enforces.</summary>
/// <param name="Members">The accepted spellings.</param>
internal sealed record OneOf(IReadOnlyList<string> Members) : Constraint
{
    public override string Allowed => Members.Count == 1 ? Members[0] : $"{string.Join(", ", Members.SkipLast(1))} or {Members[^1]}";

    public override string Violation => "is not accepted";

    public override void Describe(JsonObject schema) => schema["enum"] = new JsonArray([.. Members.Select(member => (JsonNode)member)]);

    public override bool Accepts(object literal) => literal is string text && Members.Contains(text);

    public override Syntax Condition(Syntax value) => Syntaxes.Call("contains", new ListSyntax([.. Members.Select(Syntaxes.OfLiteral)]), value);

    internal static OneOf Of(Type enumeration) => new([.. Spelling.All(enumeration).Where(member => NewerSettings.Of(enumeration.GetField($"{member.Value}")!) is null).Select(member => member.Text)]);
}
