using System.Text.RegularExpressions;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.TaskDefinitions;

/// <summary>Names of parameters of the Systems Manager, which ECS looks for in the task's own region and account.</summary>
internal static partial class ParameterName
{
    private const int Longest = 1011;

    /// <summary>Whether a text can be one.</summary>
    internal static bool IsLegal(string text) => text.Length <= Longest && Legal().IsMatch(text);

    /// <summary>The parameter in a policy. It is one of the account that the policy is in: another account's needs its ARN.</summary>
    internal static Value<string> ArnOf(string name, Value<string> region)
    {
        var partition = !region.TryGetLiteral(out var text) ? "aws" : text.StartsWith("cn-", StringComparison.Ordinal) ? "aws-cn" : text.StartsWith("us-gov-", StringComparison.Ordinal) ? "aws-us-gov" : "aws";
        var rest = $"*:parameter/{name.TrimStart('/')}";
        return region.IsLiteral ? $"arn:{partition}:ssm:{text}:{rest}" : new Expression($"arn:{partition}:ssm:{region}:{rest}");
    }

    [GeneratedRegex(@"^/?[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Legal();
}
