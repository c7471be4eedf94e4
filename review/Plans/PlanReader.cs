using System.Text.Json;
using Orchestrator.Review.Masking;

namespace Orchestrator.Review.Plans;

/// <summary>Reads the JSON of a plan: format 1 of Terraform and OpenTofu. What it does not know it passes over.</summary>
public sealed class PlanReader
{
    private readonly PlanStream _json;
    private readonly SecretCollector _secrets = new();
    private readonly List<ResourceChange> _changes = [];
    private readonly List<ResourceChange> _deferred = [];
    private readonly List<ResourceChange> _drift = [];
    private readonly List<OutputChange> _outputs = [];
    private readonly List<PlannedCheck> _checks = [];
    private readonly List<ActionInvocation> _invocations = [];
    private readonly HashSet<string> _members = new(StringComparer.Ordinal);
    private Plan _plan = new() { FormatVersion = "" };
    private JsonElement _configuration;
    private JsonElement _variables;
    private int _priorResources;

    private PlanReader(PlanStream json) => _json = json;

    /// <summary>Reads a plan to the end of a stream.</summary>
    /// <exception cref="UnreadablePlanException">It is something else, or cut off, or of a format that is not known.</exception>
    public static Plan Read(Stream stream)
    {
        var json = new PlanStream(PlanText.AsUtf8(stream));
        json.Drop(PlanKind.Require(json.Peek()));
        var reader = new PlanReader(json);
        try
        {
            json.ReadObject(reader.ReadMember);
            json.ReadEnd();
            return reader.Finish();
        }
        catch (JsonException exception)
        {
            PlanKind.RequirePlan(reader._members, isWhole: false);
            var place = exception.LineNumber is { } line ? $" (line {line + 1}, byte {exception.BytePositionInLine + 1} of it)" : "";
            throw new UnreadablePlanException($"the plan's JSON is broken or cut off{place}: make it again with terraform show -json");
        }
    }

    private void ReadMember(string name)
    {
        _members.Add(name);
        switch (name)
        {
            case "format_version":
                var version = _json.ReadValue();
                _plan = _plan with { FormatVersion = PlanKind.RequireFormat(version.ValueKind == JsonValueKind.String ? version.GetString()! : version.GetRawText()) };
                break;
            case "terraform_version":
                _plan = _plan with { TerraformVersion = _json.ReadValue() is { ValueKind: JsonValueKind.String } text ? text.GetString() : null };
                break;
            case "errored":
                _plan = _plan with { IsErrored = _json.ReadValue().ValueKind == JsonValueKind.True };
                break;
            case "complete":
                _plan = _plan with { IsComplete = _json.ReadValue().ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null } };
                break;
            case "resource_changes":
                _json.ReadArray(() => _changes.Add(Change(_json.ReadValue())));
                break;
            case "resource_drift":
                _json.ReadArray(() => _drift.Add(Change(_json.ReadValue())));
                break;
            case "deferred_changes":
                _json.ReadArray(() => AddDeferred(_json.ReadValue()));
                break;
            case "action_invocations":
                _json.ReadArray(() => AddInvocation(new ActionInvocation(_json.ReadValue())));
                break;
            case "deferred_action_invocations":
                _json.ReadArray(() => AddDeferredInvocation(_json.ReadValue()));
                break;
            case "output_changes":
                AddOutputs(_json.ReadValue());
                break;
            case "checks":
                _json.ReadArray(() => _checks.Add(PlannedCheck.Of(_json.ReadValue())));
                break;
            case "variables":
                _variables = _json.ReadValue();
                break;
            case "configuration":
                _configuration = _json.ReadValue();
                break;
            case "prior_state":
                _json.ReadObject(ReadState);
                break;
            case "planned_values":
                ReadValues(counts: false);
                break;
            default:
                _json.Skip();
                break;
        }
    }

    private void ReadState(string name)
    {
        if (name == "values")
        {
            ReadValues(counts: true);
        }
        else
        {
            _json.Skip();
        }
    }

    private void ReadValues(bool counts) => _json.ReadObject(name =>
    {
        if (name == "outputs")
        {
            _secrets.AddOutputs(_json.ReadValue());
        }
        else if (name == "root_module")
        {
            ReadModule(counts);
        }
        else
        {
            _json.Skip();
        }
    });

    private void ReadModule(bool counts) => _json.ReadObject(name =>
    {
        switch (name)
        {
            case "resources":
                _json.ReadArray(() =>
                {
                    if (_json.TryReadValue(MayBeSensitive, out var resource))
                    {
                        _secrets.AddResource(resource);
                    }
                    _priorResources += counts ? 1 : 0;
                });
                break;
            case "child_modules":
                _json.ReadArray(() => ReadModule(counts));
                break;
            default:
                _json.Skip();
                break;
        }
    });

    /// <summary>Whether anything after the name of the marks is true: what is not marked holds no secret, and that is nearly everything.</summary>
    private static bool MayBeSensitive(ReadOnlySpan<byte> resource)
    {
        var marks = resource.IndexOf("\"sensitive_values\""u8);
        return marks >= 0 && resource[marks..].IndexOf("true"u8) >= 0;
    }

    private ResourceChange Change(JsonElement json)
    {
        var change = new ResourceChange(json);
        _secrets.Add(change.Before, change.After);
        return change;
    }

    private void AddDeferred(JsonElement json)
    {
        var change = new ResourceChange(JsonText.Member(json, "resource_change"), JsonText.Of(json, "reason") ?? "unknown");
        _secrets.Add(change.Before, change.After);
        _deferred.Add(change);
    }

    private void AddInvocation(ActionInvocation action)
    {
        _secrets.Add(action.Config);
        _invocations.Add(action);
    }

    private void AddDeferredInvocation(JsonElement json) =>
        AddInvocation(new ActionInvocation(JsonText.Member(json, "action_invocation"), JsonText.Of(json, "reason") ?? "unknown"));

    private void AddOutputs(JsonElement json)
    {
        foreach (var member in JsonText.Members(json))
        {
            var output = new OutputChange(member.Name, member.Value);
            _secrets.Add(output.Before, output.After);
            _outputs.Add(output);
        }
    }

    private static IEnumerable<string> NamesOf(ResourceChange change) => [change.Type, change.Name, .. Configuration.ModuleOf(change).Split('.')];

    private Plan Finish()
    {
        PlanKind.RequirePlan(_members, isWhole: true);
        _secrets.AddConfiguration(_configuration, _variables);
        var configuration = new Configuration(_configuration, _variables);
        return _plan with
        {
            Changes = _changes,
            Deferred = _deferred,
            Drift = _drift,
            Outputs = _outputs,
            Invocations = _invocations,
            Checks = _checks,
            PriorResources = _priorResources,
            Configuration = configuration,
            Secrets = _secrets.Values(new CommonValues(_changes.SelectMany(NamesOf)), _secrets.HasBelow ? configuration.StatedValues() : new HashSet<string>()),
        };
    }
}
