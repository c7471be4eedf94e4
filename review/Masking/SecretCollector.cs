using System.Text.Json;
using Orchestrator.Review.Plans;

namespace Orchestrator.Review.Masking;

/// <summary>
/// Collects every value that a plan marks as sensitive anywhere. A plan states them all in clear text, and one that is marked in one
/// place, or on one side of a change, can stand unmarked in another.
/// </summary>
internal sealed class SecretCollector
{
    private static readonly HashSet<string> Credentials = ["access_key", "secret_key", "token", "password", "client_secret", "api_key"];

    /// <summary>Values that are marked themselves.</summary>
    private readonly HashSet<string> _values = new(StringComparer.Ordinal);

    /// <summary>Values below something that is marked as a whole: what is beside the secret is marked with it.</summary>
    private readonly HashSet<string> _below = new(StringComparer.Ordinal);

    /// <summary>The secrets that are hidden wherever they stand: no words and small numbers, and nothing that the configuration states in clear text beside them.</summary>
    internal IReadOnlyCollection<string> Values(CommonValues common, IReadOnlySet<string> stated) =>
        [.. _values.Concat(_below.Where(value => !stated.Contains(value))).Where(value => !common.Contains(value)).Distinct(StringComparer.Ordinal)];

    /// <summary>Whether any value stands below something that is marked as a whole.</summary>
    internal bool HasBelow => _below.Count > 0;

    /// <summary>The sensitive parts of both sides of a change: a mark on one side holds for the same place on the other.</summary>
    internal void Add(PlanValue before, PlanValue after)
    {
        if (!before.HasSensitive && !after.HasSensitive)
        {
            return;
        }
        if (before.IsSensitive || after.IsSensitive)
        {
            AddMarked(before.Json);
            AddMarked(after.Json);
        }
        else if (before.Json.ValueKind == JsonValueKind.Array || after.Json.ValueKind == JsonValueKind.Array)
        {
            AddItems(before.Items, after.Items);
            AddItems(after.Items, before.Items);
        }
        else
        {
            foreach (var name in before.Names().Union(after.Names(), StringComparer.Ordinal))
            {
                Add(before[name], after[name]);
            }
        }
    }

    /// <summary>The sensitive parts of a value.</summary>
    internal void Add(PlanValue value) => Add(value, default);

    /// <summary>The sensitive parts of a resource in a state or in the planned values.</summary>
    internal void AddResource(JsonElement resource) =>
        Add(new PlanValue(JsonText.Member(resource, "values"), default, JsonText.Member(resource, "sensitive_values")));

    /// <summary>The sensitive ones among the outputs of a state.</summary>
    internal void AddOutputs(JsonElement outputs)
    {
        foreach (var output in JsonText.Members(outputs))
        {
            Add(new PlanValue(JsonText.Member(output.Value, "value"), default, JsonText.Member(output.Value, "sensitive")));
        }
    }

    /// <summary>Sensitive variables, and credentials that are written into a provider's block.</summary>
    internal void AddConfiguration(JsonElement configuration, JsonElement variables)
    {
        foreach (var variable in JsonText.Members(JsonText.Member(configuration, "root_module"), "variables"))
        {
            if (JsonText.Member(variable.Value, "sensitive").ValueKind == JsonValueKind.True)
            {
                AddAll(JsonText.Member(JsonText.Member(variables, variable.Name), "value"), _values);
                AddAll(JsonText.Member(variable.Value, "default"), _values);
            }
        }
        foreach (var provider in JsonText.Members(configuration, "provider_config"))
        {
            foreach (var expression in JsonText.Members(provider.Value, "expressions").Where(expression => Credentials.Contains(expression.Name)))
            {
                AddAll(JsonText.Member(expression.Value, "constant_value"), _values);
            }
        }
    }

    /// <summary>
    /// The elements of a set have no position of their own: what is marked in one element is sensitive in each, and an element that is
    /// marked may stand anywhere on the other side.
    /// </summary>
    private void AddItems(IReadOnlyList<PlanValue> items, IReadOnlyList<PlanValue> others)
    {
        foreach (var item in items.Where(item => item.HasSensitive))
        {
            if (item.IsSensitive)
            {
                AddMarked(item.Json);
                foreach (var other in others.Where(other => !items.Any(same => !same.IsSensitive && JsonElement.DeepEquals(same.Json, other.Json))))
                {
                    AddMarked(other.Json);
                }
            }
            else
            {
                Add(item);
                foreach (var other in others)
                {
                    Add(item.MarksOn(other));
                }
            }
        }
    }

    private void AddMarked(JsonElement value) => AddAll(value, value.ValueKind is JsonValueKind.Object or JsonValueKind.Array ? _below : _values);

    private static void AddAll(JsonElement value, HashSet<string> found)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    AddAll(member.Value, found);
                }
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    AddAll(item, found);
                }
                break;
            case JsonValueKind.String:
                found.Add(value.GetString()!);
                break;
            case JsonValueKind.Number:
                found.Add(value.GetRawText());
                break;
        }
    }
}
