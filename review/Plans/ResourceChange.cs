using System.Text.Json;

namespace Orchestrator.Review.Plans;

/// <summary>What a plan does to one resource. Resources that it leaves alone are listed too, so that references to them resolve.</summary>
public sealed class ResourceChange
{
    private static readonly HashSet<string> KnownActions = ["no-op", "create", "read", "update", "delete", "forget", "open"];

    private IReadOnlyList<string>? _differences;

    internal ResourceChange(JsonElement json, string? deferredBecause = null)
    {
        Address = JsonText.Of(json, "address") ?? "";
        PreviousAddress = JsonText.Of(json, "previous_address");
        Module = JsonText.Of(json, "module_address") ?? "";
        IsData = JsonText.Of(json, "mode") is "data" or "ephemeral";
        Type = TypeNames.Current(JsonText.Of(json, "type") ?? "");
        Name = JsonText.Of(json, "name") ?? "";
        Index = JsonText.Member(json, "index") is { ValueKind: not JsonValueKind.Undefined } index ? index.ToString() : null;
        Provider = JsonText.Of(json, "provider_name") ?? "";
        Deposed = JsonText.Member(json, "deposed") is { ValueKind: not JsonValueKind.Undefined } deposed ? deposed.ToString() : null;
        Reason = JsonText.Of(json, "action_reason");
        DeferredBecause = deferredBecause;
        var change = JsonText.Member(json, "change");
        Actions = [.. JsonText.Strings(change, "actions")];
        Importing = JsonText.Member(change, "importing");
        Before = new PlanValue(JsonText.Member(change, "before"), default, JsonText.Member(change, "before_sensitive"));
        After = new PlanValue(JsonText.Member(change, "after"), JsonText.Member(change, "after_unknown"), JsonText.Member(change, "after_sensitive"));
        ReplacePaths = [.. JsonText.Elements(change, "replace_paths").Select(path => string.Join('.', path.ValueKind == JsonValueKind.Array ? path.EnumerateArray().Select(step => step.ToString()) : [path.ToString()])).Order(StringComparer.Ordinal)];
    }

    /// <summary>The address in Terraform: <c>module.edge.aws_lb.web["a"]</c>.</summary>
    public string Address { get; }

    /// <summary>The address that a <c>moved</c> block moves it from.</summary>
    public string? PreviousAddress { get; }

    /// <summary>The address of the module that it stands in; empty for the root.</summary>
    public string Module { get; }

    /// <summary>Whether it is a data source or an ephemeral resource: it is read, not changed.</summary>
    public bool IsData { get; }

    /// <summary>The type, <c>aws_lb</c>; the provider's older names for the same types count as the newer ones.</summary>
    public string Type { get; }

    /// <summary>The name in the configuration, without index.</summary>
    public string Name { get; }

    /// <summary>The key or number of the instance, where there are several.</summary>
    public string? Index { get; }

    /// <summary>The provider's full name.</summary>
    public string Provider { get; }

    /// <summary>Whether this is what an interrupted create-before-destroy left behind, and not the resource itself.</summary>
    public bool IsDeposed => Deposed is not null;

    /// <summary>Why, in the plan's own words: <c>replace_because_tainted</c>.</summary>
    public string? Reason { get; }

    /// <summary>Why the plan leaves this change to a later one; null where it does not.</summary>
    public string? DeferredBecause { get; }

    /// <summary>The actions, in their order. Ones that are not known yet stand here as they are.</summary>
    public IReadOnlyList<string> Actions { get; }

    /// <summary>Whether it exists already and comes under Terraform's control.</summary>
    public bool IsImported => Importing.ValueKind == JsonValueKind.Object;

    /// <summary>The attributes now; null where there is nothing yet.</summary>
    public PlanValue Before { get; }

    /// <summary>The attributes after the apply, as far as they are known; null where nothing is left.</summary>
    public PlanValue After { get; }

    /// <summary>The attributes that force a replacement, as the provider says, with dots, sorted. Empty where it is replaced for another reason.</summary>
    public IReadOnlyList<string> ReplacePaths { get; }

    /// <summary>Whether it is created, also as a part of being replaced.</summary>
    public bool Creates => Actions.Contains("create");

    /// <summary>Whether it is changed in place.</summary>
    public bool Updates => Actions.Contains("update");

    /// <summary>Whether it is deleted, also as a part of being replaced; unknown for a change that is left to a later plan and for actions that are not known.</summary>
    public Answer Deletes => DeferredBecause is not null || !Actions.All(KnownActions.Contains) ? Answer.Unknown : Actions.Contains("delete") ? Answer.Yes : Answer.No;

    /// <summary>Whether Terraform stops managing it without deleting it.</summary>
    public bool Forgets => Actions.Contains("forget");

    /// <summary>Whether nothing happens to it.</summary>
    public bool IsUntouched => Actions.All(action => action is "no-op" or "read" or "open");

    /// <summary>The key of what an interrupted create-before-destroy left behind; null for the resource itself.</summary>
    internal string? Deposed { get; }

    /// <summary>What it is imported by: an id, or an identity.</summary>
    internal JsonElement Importing { get; }

    /// <summary>Whether another takes its place.</summary>
    public bool Replaces => Deletes == Answer.Yes && Creates;

    /// <summary>Whether the new one is created first, as <c>create_before_destroy</c> wants; the configuration in a plan does not say.</summary>
    public bool CreatesFirst => Replaces && Actions[0] == "create";

    /// <summary>Whether the old one is deleted first.</summary>
    public bool DeletesFirst => Replaces && Actions[0] == "delete";

    /// <summary>The paths of what differs, as deep as both sides have the same shape. Empty for what is created or deleted.</summary>
    public IReadOnlyList<string> Differences => _differences ??= Difference.Paths(this);

    /// <summary>Whether an attribute changes. Order in a set is no change; for what is created or deleted the other side is null.</summary>
    public Answer Differs(string path)
    {
        var (before, after) = (Before.At(path), After.At(path));
        return after.IsUnknown ? Answer.Unknown
            : Canonical.Same(Type, path, before, after) ? after.HasUnknown ? Answer.Unknown : Answer.No
            : Answer.Yes;
    }
}
