using System.Text.RegularExpressions;
using Orchestrator.Modules.Iam;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.TaskDefinitions;

/// <summary>Images in private registries of Amazon ECR: of every partition, with IPv4 alone or with IPv6 too, with FIPS or without.</summary>
internal static class EcrImage
{
    /// <summary>The account, the region and the repository. .NET and Terraform read it alike.</summary>
    private static readonly string Pattern = $@"^([0-9]{{12}})\.dkr[.-]ecr(?:-fips)?\.([a-z0-9-]+)\.(?:{string.Join('|', Suffixes().Select(Regex.Escape))})/([^:@]+)";

    private static readonly Regex Known = new(Pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, TimeSpan.FromSeconds(1));

    /// <summary>The ARN of the repository that an image is in; null where it is elsewhere.</summary>
    internal static string? RepositoryOf(string image) => Known.Match(image) is { Success: true } match
        ? $"arn:{Partitions.Of(match.Groups[2].Value).Id}:ecr:{match.Groups[2].Value}:{match.Groups[1].Value}:repository/{match.Groups[3].Value}"
        : null;

    /// <summary>The same for an image that only Terraform knows, and that is in such a registry.</summary>
    internal static Expression RepositoryOf(Value<string> image)
    {
        Value<string> partition = Partitions.All[0].Id;
        foreach (var other in Partitions.All.Skip(1).Reverse())
        {
            partition = Value.When<string>(Expression.Of($"can(regex({Syntaxes.OfLiteral($@"^[^/]*\.{other.RegionPrefix}")}, {image}))"), other.Id, partition)!;
        }
        return Expression.Of($$"""replace({{image}}, {{Syntaxes.OfLiteral($"/{Pattern}.*/")}}, "arn:${{{partition}}}:ecr:$2:$1:repository/$3")""");
    }

    /// <summary>Whether an image that only Terraform knows is in such a registry.</summary>
    internal static Expression IsIn(Value<string> image) => Expression.Of($"can(regex({Syntaxes.OfLiteral(Pattern)}, {image}))");

    private static IEnumerable<string> Suffixes() => Partitions.All.SelectMany(partition => new[] { partition.DnsSuffix, partition.DualStackSuffix }).OfType<string>().Distinct();
}
