using System.Text.Json;
using Orchestrator.Review.Plans;

namespace Orchestrator.Review.Masking;

/// <summary>
/// Collects every value that a plan marks as sensitive anywhere. A plan states them all in clear text, and one that is marked in one
/// place can stand unmarked in another.
/// </summary>
internal sealed class SecretCollector
{
    private static readonly HashSet<string> Credentials = ["access_key", "secret_key", "token", "password", "client_secret", "api_key"];
    private readonly HashSet<string> _values = new(StringComparer.Ordinal);

    /// <summary>What was collected.</summary>
    internal IReadOnlyCollection<string> Values => _values;

    /// <summary>The sensitive parts of a value.</summary>
    internal void Add(PlanValue value)
    {
        if (value.IsSensitive)
        {
            AddAll(value.Json);
        }
        else if (value.HasSensitive)
        {
            foreach (var name in value.Json.ValueKind == JsonValueKind.Object ? value.Names() : [])
            {
                Add(value[name]);
            }
            foreach (var item in value.Items)
            {
                Add(item);
            }
        }
    }

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
                AddAll(JsonText.Member(JsonText.Member(variables, variable.Name), "value"));
                AddAll(JsonText.Member(variable.Value, "default"));
            }
        }
        foreach (var provider in JsonText.Members(configuration, "provider_config"))
        {
            foreach (var expression in JsonText.Members(provider.Value, "expressions").Where(expression => Credentials.Contains(expression.Name)))
            {
                AddAll(JsonText.Member(expression.Value, "constant_value"));
            }
        }
    }

    private void AddAll(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    AddAll(member.Value);
                }
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    AddAll(item);
                }
                break;
            case JsonValueKind.String:
                _values.Add(value.GetString()!);
                break;
            case JsonValueKind.Number:
                _values.Add(value.GetRawText());
                break;
        }
    }
}
