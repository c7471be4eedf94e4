using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Iam;

/// <summary>
/// For whom a service may take on a role: for what is in one account and region. Without it, whoever can make a service act for a stranger reaches the role (IAM User Guide,
/// "The confused deputy problem"). ECS, EventBridge and EventBridge Scheduler say in their guides that they tell it of themselves; Lambda and EC2 do not say so.
/// </summary>
/// <param name="Neighbour">The ARN of something in the account and region.</param>
/// <param name="Service">The service as ARNs spell it, <c>ecs</c>.</param>
/// <param name="Resources">What of it, <c>rule/*</c>.</param>
internal sealed record TrustedSource(Value<string> Neighbour, Value<string> Service, Value<string> Resources)
{
    private const int PartsOfArn = 6;

    /// <summary>What a statement says of it; nothing where the ARN is none.</summary>
    internal IReadOnlyDictionary<string, IReadOnlyDictionary<string, ValueList<string>>> Conditions()
    {
        if (Neighbour.TryGetLiteral(out var literal) && literal.Split(':').Length < PartsOfArn)
        {
            return new Dictionary<string, IReadOnlyDictionary<string, ValueList<string>>>();
        }
        return new Dictionary<string, IReadOnlyDictionary<string, ValueList<string>>>
        {
            ["ArnLike"] = new Dictionary<string, ValueList<string>> { ["aws:SourceArn"] = [Arn()] },
            ["StringEquals"] = new Dictionary<string, ValueList<string>> { ["aws:SourceAccount"] = [Part(4)] },
        };
    }

    private Value<string> Arn()
    {
        Value<string>[] parts = [Part(1), Service, Part(3), Part(4), Resources];
        var text = $"arn:{string.Join(':', parts.Select(part => part.ToString()))}";
        return parts.All(part => part.IsLiteral) ? text : new Expression(text);
    }

    private Value<string> Part(int index) =>
        Neighbour.TryGetLiteral(out var arn) ? arn.Split(':')[index] : Expression.Of($"split(\":\", {Neighbour})[{index}]");
}
