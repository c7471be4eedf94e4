using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Orchestrator.Modules.Adopting;

/// <summary>A resource as a configuration has it.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Name">Its name.</param>
/// <param name="Configuration">Its arguments.</param>
internal sealed partial record MadeResource(string Type, string Name, JsonObject Configuration)
{
    /// <summary>Its address.</summary>
    internal string Address => $"{Type}.{Name}";

    /// <summary>The resources of a configuration in JSON syntax, in its order.</summary>
    internal static IReadOnlyList<MadeResource> In(JsonObject configuration) =>
    [
        .. from type in configuration["resource"] as JsonObject ?? []
           from resource in type.Value!.AsObject()
           select new MadeResource(type.Key, resource.Key, resource.Value!.AsObject()),
    ];

    /// <summary>Pairs the resources of a configuration with those of a state that they are.</summary>
    /// <param name="made">The resources of the configuration.</param>
    /// <param name="state">The resources of the state.</param>
    /// <returns>Those of the state, by the addresses of those of the configuration; what is not in the state is not among them.</returns>
    internal static IReadOnlyDictionary<string, StateResource> Pair(IReadOnlyList<MadeResource> made, IReadOnlyList<StateResource> state)
    {
        var pairs = new SortedDictionary<string, StateResource>(StringComparer.Ordinal);
        var taken = new HashSet<StateResource>(ReferenceEqualityComparer.Instance);
        var byKind = state.ToLookup(resource => resource.Kind);
        bool found;
        do
        {
            // What refers to another is found when the other has been.
            found = false;
            foreach (var resource in made.Where(resource => !pairs.ContainsKey(resource.Address)))
            {
                if (byKind[resource.Type].FirstOrDefault(candidate => !taken.Contains(candidate) && resource.Is(candidate, pairs)) is { } match)
                {
                    pairs.Add(resource.Address, match);
                    taken.Add(match);
                    found = true;
                }
            }
        }
        while (found);
        return pairs;
    }

    private bool Is(StateResource candidate, SortedDictionary<string, StateResource> pairs)
    {
        var attributes = Identities.Of(Type);
        return attributes.Count > 0 && attributes.All(attribute => Configuration[attribute] is not { } written || IsEqual(attribute, Resolved(StateResource.TextOf(written) ?? "", pairs), candidate));
    }

    private static bool IsEqual(string attribute, string? written, StateResource candidate)
    {
        var there = candidate.Text(attribute);
        return written is not null && (written == there
            // Route 53 has names with and without a dot at the end, and records by what stands before the zone's name.
            || (attribute == "name" && candidate.Kind is "aws_route53_record" or "aws_route53_zone" && (written.TrimEnd('.') == there?.TrimEnd('.') || written.TrimEnd('.') == candidate.Text("fqdn")))
            // A service has its cluster by ARN or by name.
            || (attribute == "cluster" && written.Split('/')[^1] == there?.Split('/')[^1]));
    }

    /// <summary>A text with what the resources that it refers to have in the state; null where one of them is not there, or the text says more.</summary>
    private static string? Resolved(string text, SortedDictionary<string, StateResource> pairs)
    {
        var resolved = Reference().Replace(text, match => pairs.GetValueOrDefault(match.Groups["address"].Value)?.Text(match.Groups["attribute"].Value) ?? match.Value);
        return resolved.Contains("${", StringComparison.Ordinal) ? null : resolved;
    }

    [GeneratedRegex(@"\$\{(?<address>aws_[a-z0-9_]+\.[A-Za-z0-9_-]+)\.(?<attribute>[a-z0-9_]+)\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reference();
}
