using System.Text.Json;
using System.Text.Json.Nodes;
using Orchestrator.Modules.State;

namespace Orchestrator.Cli.Deploy;

/// <summary>The stacks of an output directory of any CDKTF app, read from its manifest.json.</summary>
internal static class SynthesizedApp
{
    /// <summary>The stacks, each after those that it needs.</summary>
    /// <param name="directory">The output directory.</param>
    /// <exception cref="Failure">It is no such directory, stacks need each other in a circle, or two have one state.</exception>
    internal static IReadOnlyList<SynthesizedStack> Read(string directory)
    {
        var stacks = Stacks(directory).ToDictionary(stack => stack.Name);
        var order = StackGraph.InOrder(stacks.Keys, stack => stacks[stack].Needs.Where(stacks.ContainsKey), out var cycle);
        if (cycle.Count > 0)
        {
            throw new Failure($"the stacks in {directory} need each other in a circle: {string.Join(" → ", cycle)}; take one of these dependencies out");
        }
        RequireStates(stacks.Values);
        return [.. order.Select(name => stacks[name])];
    }

    /// <summary>Those of the stacks that are named; all where none is.</summary>
    /// <exception cref="Failure">A name is none of theirs.</exception>
    internal static IReadOnlyList<T> Select<T>(IReadOnlyList<T> stacks, Func<T, string> nameOf, IReadOnlyList<string> names)
    {
        var unknown = names.Except(stacks.Select(nameOf)).ToList();
        return unknown.Count == 0
            ? [.. stacks.Where(stack => names.Count == 0 || names.Contains(nameOf(stack)))]
            : throw new Failure($"there is no stack {string.Join(", ", unknown)}: there are {string.Join(", ", stacks.Select(nameOf))}");
    }

    private static List<SynthesizedStack> Stacks(string directory)
    {
        var file = Path.Combine(directory, "manifest.json");
        try
        {
            using var manifest = JsonDocument.Parse(File.ReadAllText(file));
            return [.. manifest.RootElement.GetProperty("stacks").EnumerateObject().Select(stack => new SynthesizedStack(
                stack.Name,
                Path.GetFullPath(Path.Combine(directory, stack.Value.GetProperty("workingDirectory").GetString()!)),
                stack.Value.TryGetProperty("dependencies", out var needs) ? [.. needs.EnumerateArray().Select(name => name.GetString()!)] : []))];
        }
        catch (Exception exception) when (exception is IOException or JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new Failure($"{directory} holds no synthesized stacks: {file} cannot be read as the manifest that synth and cdktf write; run {Hint.Of("synth")}, or name its output directory");
        }
    }

    /// <summary>Two stacks with one state would each delete what the other made (STATE172), whoever synthesized them.</summary>
    private static void RequireStates(IEnumerable<SynthesizedStack> stacks)
    {
        var owners = new Dictionary<string, string>();
        foreach (var stack in stacks)
        {
            if (StateOf(stack) is { } state && !owners.TryAdd(state, stack.Name))
            {
                throw new Failure($"STATE172: stacks {owners[state]} and {stack.Name} have one state, {state}: give each a key of its own");
            }
        }
    }

    private static string? StateOf(SynthesizedStack stack)
    {
        var file = Path.Combine(stack.Directory, "cdk.tf.json");
        try
        {
            var backend = File.Exists(file) ? JsonNode.Parse(File.ReadAllText(file))?["terraform"]?["backend"]?["s3"] : null;
            return backend is null ? null : $"s3://{backend["bucket"]}/{backend["key"]}";
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new Failure($"{file} is no configuration in JSON as synth and cdktf write it: synthesize again");
        }
    }
}
