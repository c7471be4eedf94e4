using System.Text.Json.Nodes;

namespace Orchestrator.Tests.Deploy;

/// <summary>An output directory as CDKTF writes one, of stacks whose configurations a test writes. Their resources need no AWS.</summary>
internal sealed class WrittenApp : IDisposable
{
    internal const string Directory = "app";
    private readonly JsonObject _stacks = [];

    internal Scratch Scratch { get; } = new();

    /// <summary>Environment variables of every run.</summary>
    internal List<(string Name, string? Value)> Environment { get; } = [("TF_WORKSPACE", null)];

    public void Dispose() => Scratch.Dispose();

    /// <summary>Adds a stack, or writes it anew.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="configuration">Its configuration but for the backend, as JSON.</param>
    /// <param name="backend">The backend as JSON; a local one unless given.</param>
    /// <param name="needs">The stacks that are applied before it.</param>
    internal WrittenApp Stack(string name, string configuration, string? backend = null, params IReadOnlyList<string> needs)
    {
        var json = JsonNode.Parse(configuration)!.AsObject();
        json["terraform"] = new JsonObject { ["backend"] = JsonNode.Parse(backend ?? $$"""{ "local": { "path": "../../../terraform.{{name}}.tfstate" } }""") };
        Scratch.Write($"{Directory}/stacks/{name}/cdk.tf.json", json.ToJsonString());
        _stacks[name] = new JsonObject
        {
            ["name"] = name,
            ["constructPath"] = name,
            ["workingDirectory"] = $"stacks/{name}",
            ["synthesizedStackPath"] = $"stacks/{name}/cdk.tf.json",
            ["annotations"] = new JsonArray(),
            ["dependencies"] = new JsonArray([.. needs.Select(need => (JsonNode)need)]),
        };
        Scratch.Write($"{Directory}/manifest.json", new JsonObject { ["version"] = "0.21.0", ["stacks"] = _stacks.DeepClone() }.ToJsonString());
        return this;
    }

    /// <summary>Stack base, and web, which reads its output.</summary>
    internal WrittenApp BaseAndWeb(string input) => this
        .Stack("base", $$$"""{ "resource": { "terraform_data": { "a": { "input": "{{{input}}}" } } }, "output": { "a": { "value": "${terraform_data.a.output}" } } }""")
        .Stack("web", """
            {
              "data": { "terraform_remote_state": { "base": { "backend": "local", "config": { "path": "../../../terraform.base.tfstate" } } } },
              "resource": { "terraform_data": { "b": { "input": "${data.terraform_remote_state.base.outputs.a}" } } }
            }
            """, null, "base");

    internal ProcessResult Plan(params IEnumerable<string> arguments) => Run(["plan", "--synthesized", Directory, .. arguments]);

    internal ProcessResult Apply(params IEnumerable<string> arguments) => Run(["apply", .. arguments]);

    internal ProcessResult Run(params IEnumerable<string> arguments) => Scratch.RunWith(Environment, arguments);

    internal RunningProcess Start(params IEnumerable<string> arguments) => Scratch.Start(Environment, arguments);

    /// <summary>The resources of a state in a local file, by their addresses.</summary>
    internal IReadOnlyDictionary<string, string> Local(string stack) => State(File.Exists(Scratch.PathOf($"terraform.{stack}.tfstate")) ? Scratch.Read($"terraform.{stack}.tfstate") : """{ "resources": [] }""");

    /// <summary>The inputs of the resources of a state, by the resources' names.</summary>
    internal static IReadOnlyDictionary<string, string> State(string json) => JsonNode.Parse(json)!["resources"]!.AsArray()
        .Where(resource => (string)resource!["mode"]! == "managed")
        .ToDictionary(resource => (string)resource!["name"]!, resource => (string?)resource!["instances"]![0]!["attributes"]!["input"]?["value"] ?? "");
}
