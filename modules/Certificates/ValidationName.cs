using Orchestrator.Modules.Dns;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Certificates;

/// <summary>A domain name that ACM asks a record for; one stands for the name itself and for its wildcard, which share the record.</summary>
/// <param name="Key">What the record is keyed by: the domain name, or where that is an expression, where it is given.</param>
/// <param name="Domain">The domain name without a wildcard.</param>
/// <param name="Zone">The zone that the record goes to; null where none is named.</param>
/// <param name="Property">Where the name is given.</param>
internal sealed record ValidationName(string Key, Value<string> Domain, IHostedZone? Zone, string Property)
{
    private const string Wildcard = "*.";

    /// <summary>The names of a certificate that need a record, in the order of their keys.</summary>
    internal static IReadOnlyList<ValidationName> Of(CertificateProps props) =>
        [.. props.DomainNames()
            .Select(name => name.Name.TryGetLiteral(out var literal)
                ? new ValidationName(Base(literal), Base(literal), name.Zone, name.Property)
                : new ValidationName(name.Property, Expression.Of($"trimprefix({name.Name}, \"{Wildcard}\")"), name.Zone, name.Property))
            .DistinctBy(name => name.Domain)
            .OrderBy(name => name.Key, StringComparer.Ordinal)];

    /// <summary>A name without a wildcard, in lower case.</summary>
    internal static string Base(string name) => (name.StartsWith(Wildcard, StringComparison.Ordinal) ? name[Wildcard.Length..] : name).ToLowerInvariant();
}
