using System.Text.RegularExpressions;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Provider;
using Orchestrator.Text;

namespace Orchestrator.Modules.State;

/// <summary>What holds of resources that are taken over.</summary>
internal static partial class AdoptionRules
{
    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("ADOPT367", "What is adopted comes from one place, an address of its type in the state or an id in AWS, and goes to one.", "Terraform refuses the blocks, or plans to make the resource a second time.", "Terraform, moved, import and removed blocks")
            .For<AdoptionProps>(Check),
    ];

    private static void Check(AdoptionProps props, Report report)
    {
        var froms = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (to, from) in props.Moved)
        {
            var isMade = CheckTarget($"moved.{to}", to, report);
            if (!from.TryGetLiteral(out var text))
            {
                continue;
            }
            if (TypeOf(text) is not { } type)
            {
                report.Add($"moved.{to}", "is not the address of a resource", Quoted.Of(text), "an address as terraform state list prints it: module.alb.aws_lb.this[0]", "take it from there");
            }
            else if (isMade && type != TypeOf(to))
            {
                report.Add($"moved.{to}", "is of another type than what it becomes", Quoted.Of(text), $"an address of {TypeOf(to)}", "import it by its id instead, and remove the old address");
            }
            else if (!froms.TryAdd(text, to))
            {
                report.Add($"moved.{to}", "goes to two places", Quoted.Of(text), $"one address, which {froms[text]} has already", "remove one of the two");
            }
        }
        foreach (var (to, id) in props.Imports)
        {
            CheckTarget($"imports.{to}", to, report);
            if (props.Moved.ContainsKey(to))
            {
                report.Add($"imports.{to}", "is moved too", Quoted.Of(to), "either an import, or a move within the state", "remove it here where it is in this state already");
            }
            if (id.TryGetLiteral(out var text) && text.Length == 0)
            {
                report.Add($"imports.{to}", "is empty", "\"\"", "the id by which the AWS provider imports it", "look under Import on the resource's page of the provider's documentation");
            }
        }
        foreach (var (address, index) in props.Removed.Select((address, index) => (address, index)))
        {
            if (address.TryGetLiteral(out var text) && (!Block().IsMatch(text) || text.Contains('[', StringComparison.Ordinal)))
            {
                report.Add($"removed[{index}]", "is not the address of a resource or module as a whole", Quoted.Of(text), "an address without the keys of instances: module.vpc.aws_subnet.public", "leave out what stands in brackets");
            }
        }
    }

    private static bool CheckTarget(string place, string to, Report report)
    {
        if (to.Split('.') is not [var type, { Length: > 0 }] || !ProviderAttributes.Types.Contains(type))
        {
            var hint = Nearest.Hint(to.Split('.')[0], ProviderAttributes.Types);
            report.Add(place, "is not the address of a resource that is made here", Quoted.Of(to), "a resource's type, a dot and its name: aws_lb.web", hint.Length > 0 ? hint : "take it from the configuration that synth writes");
            return false;
        }
        return true;
    }

    private static string? TypeOf(string address) => Resource().Match(address) is { Success: true } match ? match.Groups["type"].Value : null;

    [GeneratedRegex(@"^(module\.[A-Za-z_][\w-]*(\[([0-9]+|""([^""\\]|\\.)*"")\])?\.)*(?<type>[a-z][a-z0-9_]*)\.[A-Za-z_][\w-]*(\[([0-9]+|""([^""\\]|\\.)*"")\])?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Resource();

    [GeneratedRegex(@"^(module\.[A-Za-z_][\w-]*|(module\.[A-Za-z_][\w-]*\.)*[a-z][a-z0-9_]*\.[A-Za-z_][\w-]*|(module\.[A-Za-z_][\w-]*\.)+module\.[A-Za-z_][\w-]*)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Block();
}
