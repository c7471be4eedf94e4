using System.Text;
using System.Text.Json.Nodes;
using Orchestrator.Cli.Output;

namespace Orchestrator.Cli.Stacks;

/// <summary>Lists of stacks in the forms that engines read.</summary>
internal static class StackLists
{
    /// <summary>For people: a line for each, aligned.</summary>
    internal static string Text(IReadOnlyList<ListedStack> stacks)
    {
        var width = stacks.Select(stack => stack.Name.Length).DefaultIfEmpty().Max();
        return string.Concat(stacks.Select(stack => $"{stack.Name.PadRight(width)}  {stack.Region}  {stack.Manifest}{(stack.Needs.Count == 0 ? "" : $"  needs {string.Join(", ", stack.Needs)}")}\n"));
    }

    /// <summary>For programs: docs/many-stacks.md describes it; members are added, never changed.</summary>
    internal static string Json(IReadOnlyList<ListedStack> stacks) => new JsonObject
    {
        ["formatVersion"] = 1,
        ["stacks"] = new JsonArray([.. stacks.Select(stack => new JsonObject
        {
            ["name"] = stack.Name,
            ["manifest"] = stack.Manifest,
            ["environment"] = stack.Environment,
            ["region"] = stack.Region,
            ["accountId"] = stack.AccountId,
            ["needs"] = ReadableJson.List(stack.Needs),
            ["files"] = ReadableJson.List(stack.Files),
        })]),
    }.ToJsonString(ReadableJson.Options) + "\n";

    /// <summary>A matrix of GitHub Actions, on one line as an output of a step must be: <c>strategy: { matrix: ${{ fromJSON(…) }} }</c>.</summary>
    internal static string GitHub(IReadOnlyList<ListedStack> stacks) => new JsonObject
    {
        ["include"] = new JsonArray([.. stacks.Select(stack => new JsonObject { ["stack"] = stack.Name, ["manifest"] = stack.Manifest, ["environment"] = stack.Environment, ["region"] = stack.Region })]),
    }.ToJsonString() + "\n";

    /// <summary>The projects of an atlantis.yaml: https://www.runatlantis.io/docs/repo-level-atlantis-yaml. Who needs another stack is in a later group.</summary>
    internal static string Atlantis(IReadOnlyList<ListedStack> stacks, string output)
    {
        var groups = new Dictionary<string, int>();
        var text = new StringBuilder("version: 3\nprojects:\n");
        foreach (var stack in stacks)
        {
            groups[stack.Name] = stack.Needs.Select(need => groups.GetValueOrDefault(need, -1) + 1).DefaultIfEmpty().Max();
            var directory = $"{output.Replace('\\', '/').TrimEnd('/')}/stacks/{stack.Name}";
            text.Append($"- name: {stack.Name}\n  dir: {JsonValue.Create(directory).ToJsonString(ReadableJson.Options)}\n  execution_order_group: {groups[stack.Name]}\n  autoplan:\n    when_modified:\n");
            foreach (var file in stack.Files)
            {
                text.Append($"    - {JsonValue.Create(Path.GetRelativePath(directory, file).Replace('\\', '/')).ToJsonString(ReadableJson.Options)}\n");
            }
        }
        return text.ToString();
    }
}
