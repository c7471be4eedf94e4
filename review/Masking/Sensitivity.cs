using System.Globalization;
using System.Text.Json;
using Orchestrator.Review.Plans;

namespace Orchestrator.Review.Masking;

/// <summary>Which parts of a resource must not be shown.</summary>
internal static class Sensitivity
{
    /// <summary>Attributes that hold secrets in practice, whether or not the provider marks them.</summary>
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "password", "secret", "client_secret", "secret_key", "secret_string", "secret_binary", "access_key", "api_key", "token", "auth_token",
        "private_key", "user_data", "user_data_base64", "environment", "container_definitions", "credentials",
    };

    /// <summary>
    /// Whether a path leads to, into or past something sensitive on either side. Inside a list a mark cannot be followed to the other
    /// side, since a set's elements have no position of their own: the whole list is hidden then.
    /// </summary>
    internal static bool Hides(ResourceChange change, string path)
    {
        var (before, after) = (change.Before, change.After);
        foreach (var step in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (before.IsSensitive || after.IsSensitive || HidesList(before) || HidesList(after) || IsSecret(step))
            {
                return true;
            }
            (before, after) = int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? (before.At(step), after.At(step)) : (before[step], after[step]);
        }
        return before.HasSensitive || after.HasSensitive || HoldsSecret(before.Json) || HoldsSecret(after.Json);
    }

    /// <summary>Whether a value that stands under a name must not be shown.</summary>
    internal static bool Hides(PlanValue value, string name) => IsSecret(name) || value.HasSensitive || HoldsSecret(value.Json);

    /// <summary>Whether a name says that its value is a secret.</summary>
    internal static bool IsSecret(string name) => Names.Contains(name);

    private static bool HidesList(PlanValue value) => value.Json.ValueKind == JsonValueKind.Array && value.HasSensitive;

    private static bool HoldsSecret(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Any(member => IsSecret(member.Name) || HoldsSecret(member.Value)),
        JsonValueKind.Array => value.EnumerateArray().Any(HoldsSecret),
        _ => false,
    };
}
