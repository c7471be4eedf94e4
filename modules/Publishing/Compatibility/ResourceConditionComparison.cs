using System.Text.Json.Nodes;
using Orchestrator.Hcl.Expressions;

namespace Orchestrator.Modules.Publishing;

/// <summary>Compares what a module asks AWS about, and what it then refuses. A condition in other words counts as a new one, since nobody can tell by comparing text that it refuses no more.</summary>
internal static class ResourceConditionComparison
{
    private static readonly string[] Kinds = ["precondition", "postcondition"];

    /// <summary>The changes between two versions of a module, in Terraform's JSON syntax.</summary>
    internal static IEnumerable<ModuleChange> Of(JsonObject before, JsonObject after)
    {
        foreach (var address in Bodies(after, "data").Keys.Except(Bodies(before, "data").Keys))
        {
            yield return new(Weight.Risky, $"data.{address}", "is new: whoever plans must be allowed to read it");
        }
        var (old, now) = (Bodies(before, "resource"), Bodies(after, "resource"));
        foreach (var (address, body) in now.Where(resource => old.ContainsKey(resource.Key)))
        {
            var (had, has) = (Conditions(old[address]), Conditions(body));
            foreach (var (kind, condition, message) in has.ExceptBy(had.Select(Text), Text))
            {
                yield return new(Weight.Breaks, address, $"has a {kind} that it did not have: {message} [{condition}]", null, condition);
            }
            foreach (var (kind, condition, message) in had.ExceptBy(has.Select(Text), Text))
            {
                yield return new(Weight.Adds, address, $"has lost a {kind}: {message}", condition);
            }
        }
    }

    private static (string Kind, string Condition) Text((string Kind, string Condition, string Message) condition) => (condition.Kind, condition.Condition);

    private static Dictionary<string, JsonObject> Bodies(JsonObject module, string kind) => (module[kind]?.AsObject() ?? [])
        .SelectMany(type => type.Value!.AsObject().Select(body => ($"{type.Key}.{body.Key}", body.Value!.AsObject())))
        .ToDictionary(body => body.Item1, body => body.Item2);

    /// <summary>The conditions of a resource, each with the sentence that says what holds; what there is instead is told on the next line.</summary>
    private static List<(string Kind, string Condition, string Message)> Conditions(JsonObject resource) =>
    [
        .. from kind in Kinds
           from condition in resource["lifecycle"]?[kind]?.AsArray() ?? []
           select (kind, Printer.Template(Parser.Template(condition!["condition"]!.GetValue<string>())), condition["error_message"]!.GetValue<string>().Split('\n')[0]),
    ];
}
