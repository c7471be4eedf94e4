using System.Text.Json.Nodes;
using Orchestrator.Hcl;
using Orchestrator.Modules.Findings;

namespace Orchestrator.Modules.Publishing;

/// <summary>The tests that a module brings with it, for <c>terraform test</c> with a provider that is only acted.</summary>
internal static class ModuleTests
{
    private static readonly object[] Candidates = [-2, 0, 1, int.MaxValue, "no such value", "~", "", "?"];

    /// <summary>The files by their names.</summary>
    internal static IEnumerable<(string Name, string Text)> Files(PublishedModule module)
    {
        var provider = Provider(module);
        yield return ("tests/plans.tftest.hcl", HclWriter.Write(Test(
            provider,
            [
                ("minimal", Run("../hcl", ModuleText.Example(module.Name, "minimal"))),
                ("complete", Run("../hcl", ModuleText.Example(module.Name, "complete"))),
                ("several", Run("./several", [])),
            ])));
        yield return ("tests/several/main.tf", HclWriter.Write(Several(module)));
        // Without a configuration of its own the folder is none that Terraform installs modules for.
        yield return ("tests/versions.tf", HclWriter.Write(new JsonObject { ["terraform"] = ModuleJson.Terraform() }));
        yield return ("tests/validations.tftest.hcl", HclWriter.Write(Test(provider, [.. Refusals(module)])));
        if (module.ResourceConditions.Count > 0)
        {
            yield return ("tests/conditions.tftest.hcl", HclWriter.Write(Test(provider, [.. RefusalsOfWhatExists(module)])));
        }
    }

    /// <summary>The provider that is only acted, with answers that the module's conditions accept.</summary>
    internal static JsonObject Provider(PublishedModule module)
    {
        var answers = module.DataSources.Where(source => source.HasAnswer).DistinctBy(source => source.Type)
            .Select(source => KeyValuePair.Create(source.Type, (JsonNode?)new JsonObject { ["defaults"] = JsonNode.Parse(source.Answer) }))
            .ToList();
        return new JsonObject { ["aws"] = answers.Count == 0 ? new JsonObject() : new JsonObject { ["mock_data"] = new JsonObject(answers) } };
    }

    private static JsonObject Test(JsonObject provider, IReadOnlyList<(string Name, JsonObject Run)> runs) => new()
    {
        ["mock_provider"] = provider.DeepClone(),
        ["run"] = new JsonObject(runs.Select(run => KeyValuePair.Create(run.Name, (JsonNode?)run.Run))),
    };

    private static JsonObject Run(string source, JsonObject variables)
    {
        var run = new JsonObject { ["command"] = "plan", ["module"] = new JsonObject { ["source"] = source } };
        if (variables.Count > 0)
        {
            run["variables"] = variables;
        }
        return run;
    }

    /// <summary>Two of the module, as its callers may have.</summary>
    private static JsonObject Several(PublishedModule module)
    {
        var call = new JsonObject { ["source"] = "../../hcl", ["for_each"] = "${toset([\"one\", \"two\"])}" };
        foreach (var (name, value) in ModuleText.Example(module.Name, "minimal"))
        {
            call[name] = name == "name" ? "${each.key}" : value?.DeepClone();
        }
        return new JsonObject { ["terraform"] = ModuleJson.Terraform(), ["module"] = new JsonObject { ["several"] = call } };
    }

    /// <summary>The complete example with a value that a bound of a variable refuses.</summary>
    internal static JsonObject Broken(PublishedModule module, VariableAttribute variable, Bound bound)
    {
        var variables = ModuleText.Example(module.Name, "complete");
        return (bound.IsOfKeys ? BreakKey(variables, bound.Path, (string)Violation(bound.Constraint)!)
            : Break(variables, bound.Path, Violation(bound.Constraint)) || Break(Filled(variables, variable), bound.Path, Violation(bound.Constraint)))
            ? variables
            : throw new InvalidOperationException($"the complete example of {module.Name} has no place for {string.Join('.', bound.Path)}, so its validation cannot be tried");
    }

    /// <summary>For every validation but those of nulls a run that it refuses.</summary>
    private static IEnumerable<(string, JsonObject)> Refusals(PublishedModule module)
    {
        var names = new UniqueNames();
        foreach (var variable in module.Variables)
        {
            foreach (var bound in Bound.Of(variable).Where(bound => bound.Constraint is not NotNull))
            {
                yield return (names.Of($"{string.Join('_', bound.Path.Where(part => part is not ("*" or "[]")))}{(bound.IsOfKeys ? "_key" : "")}"), Refused($"var.{bound.Path[0]}", Broken(module, variable, bound)));
            }
        }
        foreach (var condition in module.Conditions)
        {
            yield return (names.Of(condition.Name), Refused($"var.{condition.Variable}", Broken(module, condition.Violation)));
        }
    }

    /// <summary>For every condition on what AWS has a run that it refuses.</summary>
    private static IEnumerable<(string, JsonObject)> RefusalsOfWhatExists(PublishedModule module)
    {
        var names = new UniqueNames();
        foreach (var condition in module.ResourceConditions)
        {
            var run = Refused(condition.Address, Broken(module, condition.Violation));
            foreach (var (address, values) in JsonNode.Parse(condition.Answers)!.AsObject())
            {
                run[address.StartsWith("data.", StringComparison.Ordinal) ? "override_data" : "override_resource"] = new JsonObject { ["target"] = address, ["values"] = values!.DeepClone() };
            }
            if (condition.IsOfResult)
            {
                run["command"] = "apply";
            }
            yield return (names.Of(condition.Name), run);
        }
    }

    /// <summary>The complete example with other variables.</summary>
    private static JsonObject Broken(PublishedModule module, string violation)
    {
        var variables = ModuleText.Example(module.Name, "complete");
        foreach (var (name, value) in JsonNode.Parse(violation)!.AsObject())
        {
            variables[name] = value?.DeepClone();
        }
        return variables;
    }

    private static JsonObject Refused(string address, JsonObject variables)
    {
        var run = Run("../hcl", variables);
        run["expect_failures"] = new JsonArray(address);
        return run;
    }

    private static JsonNode? Violation(Constraint constraint) => constraint is NotNull ? null : Candidates.First(candidate => candidate is int == constraint is NumberBetween or NumberAtLeast && !constraint.Accepts(candidate)) switch
    {
        int number => number,
        var text => (string)text,
    };

    /// <summary>The variables with one in which everything has a place: what is there stays, what is not has any value.</summary>
    private static JsonObject Filled(JsonObject variables, VariableAttribute variable)
    {
        variables[variable.Name] = Filled(variables[variable.Name], variable.Type);
        return variables;
    }

    private static JsonNode Filled(JsonNode? node, VariableType type)
    {
        switch (type)
        {
            case ObjectType record:
                var map = node as JsonObject ?? [];
                foreach (var attribute in record.Attributes.Where(attribute => attribute.Type is not ScalarType || attribute.IsRequired))
                {
                    map[attribute.Name] = Filled(map[attribute.Name]?.DeepClone(), attribute.Type);
                }
                return map;
            case MapType { Element: var element }:
                return node is JsonObject { Count: > 0 } entries ? new JsonObject(entries.Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)Filled(entry.Value?.DeepClone(), element)))) : new JsonObject { ["any"] = Filled(null, element) };
            case ListType { Element: var element }:
                return node is JsonArray { Count: > 0 } items ? new JsonArray([.. items.Select(item => Filled(item?.DeepClone(), element))]) : new JsonArray(Filled(null, element));
            default:
                return node ?? (((ScalarType)type).Name switch { "number" => 1, "bool" => true, _ => "any" });
        }
    }

    /// <summary>Gives an element of the map where a path leads another key; false where there is none.</summary>
    private static bool BreakKey(JsonNode? node, IReadOnlyList<string> path, string key)
    {
        switch (node)
        {
            case JsonObject { Count: > 0 } map when path.Count == 0:
                var (name, value) = map.First();
                map.Remove(name);
                map[key] = value;
                return true;
            case JsonObject map when path is ["*", ..]:
                return map.Any(entry => BreakKey(entry.Value, [.. path.Skip(1)], key));
            case JsonObject map when path.Count > 0:
                return BreakKey(map[path[0]], [.. path.Skip(1)], key);
            default:
                return false;
        }
    }

    /// <summary>Puts a value where a path leads; false where what it is to be in is not there.</summary>
    private static bool Break(JsonNode? node, IReadOnlyList<string> path, JsonNode? value)
    {
        switch (node)
        {
            case JsonObject map when path[0] == "*":
                return map.Select(entry => entry.Key).ToList().Any(key => Into(map, key));
            case JsonArray { Count: > 0 } list when path[0] == "[]" && path.Count == 1:
                list[0] = value?.DeepClone();
                return true;
            case JsonArray list when path[0] == "[]":
                return list.Any(item => Break(item, [.. path.Skip(1)], value));
            case JsonObject map:
                return Into(map, path[0]);
            default:
                return false;
        }

        bool Into(JsonObject map, string key)
        {
            if (path.Count > 1)
            {
                return Break(map[key], [.. path.Skip(1)], value);
            }
            map[key] = value?.DeepClone();
            return true;
        }
    }
}
