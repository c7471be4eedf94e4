using System.Text.Json.Nodes;

namespace Orchestrator.Modules.Publishing;

/// <summary>Compares what the users of a module see of it: variables, outputs, the addresses of resources, the versions that it asks for.</summary>
internal static class InterfaceComparison
{
    /// <summary>The changes between two versions of a module, in Terraform's JSON syntax.</summary>
    internal static IEnumerable<ModuleChange> Of(JsonObject before, JsonObject after) =>
        Variables(Section(before, "variable"), Section(after, "variable"))
            .Concat(Outputs(Section(before, "output"), Section(after, "output")))
            .Concat(Resources(before, after))
            .Concat(ResourceConditionComparison.Of(before, after))
            .Concat(Versions(before, after));

    private static IEnumerable<ModuleChange> Variables(JsonObject before, JsonObject after)
    {
        foreach (var (name, value) in before)
        {
            var place = $"variable.{name}";
            if (after[name] is not JsonObject now)
            {
                yield return new(Weight.Breaks, place, "is gone");
                continue;
            }
            foreach (var change in Variable(place, value!.AsObject(), now))
            {
                yield return change;
            }
        }
        foreach (var (name, value) in after.Where(variable => before[variable.Key] is null))
        {
            yield return value!.AsObject().ContainsKey("default") ? new(Weight.Adds, $"variable.{name}", "is new") : new(Weight.Breaks, $"variable.{name}", "is new, and must be given");
        }
    }

    private static IEnumerable<ModuleChange> Variable(string place, JsonObject before, JsonObject after)
    {
        foreach (var change in TypeComparison.Of(place, TypeReader.Read(Text(before, "type")), TypeReader.Read(Text(after, "type"))))
        {
            yield return change;
        }
        if (before.ContainsKey("default") && !after.ContainsKey("default"))
        {
            yield return new(Weight.Breaks, place, "has no default any more, so it must be given", Shown(before["default"]));
        }
        else if (!before.ContainsKey("default") && after.ContainsKey("default"))
        {
            yield return new(Weight.Adds, place, "has a default now", null, Shown(after["default"]));
        }
        else if (!JsonNode.DeepEquals(before["default"], after["default"]))
        {
            yield return TypeComparison.OtherDefault(place, Shown(before["default"]), Shown(after["default"]));
        }
        var (couldBeNull, canBeNull) = (IsNullable(before), IsNullable(after));
        if (couldBeNull && !canBeNull)
        {
            yield return new(Weight.Breaks, place, "may not be null any more");
        }
        else if (!couldBeNull && canBeNull)
        {
            yield return new(Weight.Adds, place, "may be null");
        }
        if (!IsSet(before, "sensitive") && IsSet(after, "sensitive"))
        {
            yield return new(Weight.Risky, place, "is sensitive now");
        }
        foreach (var change in ValidationComparison.Of(place, before, after))
        {
            yield return change;
        }
    }

    private static IEnumerable<ModuleChange> Outputs(JsonObject before, JsonObject after)
    {
        foreach (var (name, value) in before)
        {
            if (after[name] is not JsonObject now)
            {
                yield return new(Weight.Breaks, $"output.{name}", "is gone");
            }
            else if (!IsSet(value!.AsObject(), "sensitive") && IsSet(now, "sensitive"))
            {
                yield return new(Weight.Breaks, $"output.{name}", "is sensitive now, so whoever shows it must say so");
            }
            else if (!JsonNode.DeepEquals(value["value"], now["value"]))
            {
                yield return new(Weight.Risky, $"output.{name}", "is made in another way", $"{value["value"]}", $"{now["value"]}");
            }
        }
        foreach (var (name, _) in after.Where(output => before[output.Key] is null))
        {
            yield return new(Weight.Adds, $"output.{name}", "is new");
        }
    }

    private static IEnumerable<ModuleChange> Resources(JsonObject before, JsonObject after)
    {
        var (old, now) = (Addresses(before), Addresses(after));
        var moves = Moves(after);
        foreach (var (address, repetition) in old)
        {
            if (!now.TryGetValue(address, out var repetitionNow))
            {
                if (!moves.TryGetValue(address, out var target) || !now.ContainsKey(target))
                {
                    yield return new(Weight.Breaks, address, "is gone without a moved block, so it is destroyed");
                }
            }
            else if (Kind(repetition) != Kind(repetitionNow))
            {
                yield return new(Weight.Breaks, address, $"has other keys: {Kind(repetition)} before, {Kind(repetitionNow)} now", repetition, repetitionNow);
            }
            else if (repetition != repetitionNow)
            {
                yield return new(Weight.Risky, address, "may be made for other keys", repetition, repetitionNow);
            }
        }
        foreach (var address in now.Keys.Except(old.Keys).Except(moves.Values))
        {
            yield return new(Weight.Adds, address, "is new");
        }
        foreach (var (from, to) in Moves(before).Where(move => !moves.ContainsKey(move.Key)))
        {
            yield return new(Weight.Breaks, from, "is not moved any more, for those who skip a version", to);
        }
    }

    private static IEnumerable<ModuleChange> Versions(JsonObject before, JsonObject after)
    {
        var (old, now) = (before["terraform"]!, after["terraform"]!);
        foreach (var (place, was, @is) in new[]
        {
            ("terraform.required_version", old["required_version"], now["required_version"]),
            ("terraform.required_providers.aws", old["required_providers"]!["aws"]!["version"], now["required_providers"]!["aws"]!["version"]),
        })
        {
            if (!JsonNode.DeepEquals(was, @is))
            {
                yield return new(Weight.Breaks, place, $"asks for {@is}, before for {was}", $"{was}", $"{@is}");
            }
        }
    }

    private static JsonObject Section(JsonObject module, string name) => module[name]?.AsObject() ?? [];

    private static string Text(JsonObject body, string name) => body[name]!.GetValue<string>();

    private static bool IsSet(JsonObject body, string name) => body[name]?.GetValue<bool>() == true;

    private static bool IsNullable(JsonObject variable) => variable["nullable"]?.GetValue<bool>() != false;

    private static string Shown(JsonNode? value) => value?.ToJsonString() ?? "null";

    /// <summary>The resources by their addresses, each with what it is repeated by.</summary>
    private static Dictionary<string, string> Addresses(JsonObject module) => Section(module, "resource")
        .SelectMany(type => type.Value!.AsObject().Select(resource => ($"{type.Key}.{resource.Key}", resource.Value!["for_each"] is { } each ? $"for_each {each}" : resource.Value["count"] is { } count ? $"count {count}" : "none")))
        .ToDictionary(resource => resource.Item1, resource => resource.Item2);

    private static string Kind(string repetition) => repetition.Split(' ')[0];

    private static Dictionary<string, string> Moves(JsonObject module) =>
        (module["moved"]?.AsArray() ?? []).Select(move => move!.AsObject()).ToDictionary(move => Text(move, "from"), move => Text(move, "to"));
}
