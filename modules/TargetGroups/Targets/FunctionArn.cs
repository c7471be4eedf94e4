using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.TargetGroups;

/// <summary>
/// The two parts of a Lambda function's ARN. The provider reads a permission back with the version or alias apart from the function, so it would replace one that
/// is declared with both in one at every apply.
/// </summary>
internal static class FunctionArn
{
    private const int Parts = 7;

    /// <summary>The function's own ARN, without a version or an alias.</summary>
    internal static Value<string> WithoutQualifier(Value<string> arn) => arn.TryGetLiteral(out var text)
        ? string.Join(':', text.Split(':').Take(Parts))
        : Expression.Of($$"""replace({{arn}}, "/^(([^:]*:){6}[^:]*):.*$/", "$1")""");

    /// <summary>The version or alias; null where the ARN is the function's own.</summary>
    internal static Value<string>? QualifierOf(Value<string> arn) => arn.TryGetLiteral(out var text)
        ? text.Split(':').Skip(Parts).FirstOrDefault() is { } qualifier ? qualifier : (Value<string>?)null
        : Expression.Of($"""try(split(":", {arn})[{Parts}], null)""");
}
