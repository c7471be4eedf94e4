using System.Text.Json;
using System.Text.Json.Nodes;

namespace Orchestrator.Hostile.Tests.Output;

/// <summary>Ten thousand hostile texts through the commands, as processes: what comes out is looked at byte by byte.</summary>
public sealed class CommandTests : IDisposable
{
    private const int Files = 20;
    private const int NamesInFile = 500;
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("check", "text")]
    [InlineData("check", "json")]
    [InlineData("check", "sarif")]
    [InlineData("check", "markdown")]
    [InlineData("diagram", "markdown")]
    public void Of_manifests(string command, string format)
    {
        var names = WriteManifests();

        var result = Harmless.Check(_scratch.Run([command, .. names, "--format", format]));

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("u001b", result.Output + result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("synth")]
    [InlineData("plan")]
    public void Of_manifests_that_would_be_synthesized(params string[] command)
    {
        var result = Harmless.Check(_scratch.Run([.. command, WriteManifests()[0]]));

        Assert.NotEqual(0, result.ExitCode);
        Assert.NotEmpty(result.Error);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("sarif")]
    [InlineData("markdown")]
    [InlineData("html")]
    public void Of_a_plan_and_what_is_said_of_it(string format)
    {
        _scratch.Write("plan.json", Plan());
        _scratch.Write("acks.json", Acknowledgements());

        var result = Harmless.Check(_scratch.Run("review", "plan.json", "--acks", "acks.json", "--format", format, "--stack", HostileText.Of(2)));

        Assert.Contains(result.ExitCode, (int[])[2, 3]);
        Assert.Contains("u001b", result.Output, StringComparison.Ordinal);
        _scratch.Run("review", "plan.json", "--acks", "acks.json", "--format", format, "--out", "review.out");
        Harmless.Check(_scratch.Read("review.out"));
    }

    [Fact]
    public void Of_a_plan_that_is_drawn()
    {
        _scratch.Write("plan.json", Plan());

        Harmless.Check(_scratch.Run("diagram", "plan.json", "--format", "markdown"));
    }

    [Theory]
    [InlineData("acks", "--acks")]
    [InlineData("settings", "--settings")]
    public void Of_files_beside_a_plan_that_are_wrong(string name, string option)
    {
        _scratch.Write("plan.json", """{ "format_version": "1.2", "resource_changes": [] }""");
        _scratch.Write($"{name}.json", new JsonObject(Texts(0, 200).Distinct().Select(text => KeyValuePair.Create(text, (JsonNode?)text))).ToJsonString());

        var result = Harmless.Check(_scratch.Run("review", "plan.json", option, $"{name}.json"));

        Assert.Equal(1, result.ExitCode);
    }

    [Fact]
    public void Of_a_scenario()
    {
        var steps = string.Concat(Texts(0, 200).Select(text => $"  - {{ {HostileText.Yaml(text)}: {HostileText.Yaml(text)} }}\n"));
        _scratch.Write("scenario.yaml", $"name: {HostileText.Yaml(HostileText.Of(2))}\ndescription: {HostileText.Yaml(HostileText.Of(4))}\nevents:\n{steps}");

        Harmless.Check(_scratch.Run("sync", "simulate", "scenario.yaml"));
    }

    [Fact]
    public void Of_arguments_and_the_names_of_files()
    {
        // A process each: a few names that have all of it rather than many that have a part.
        foreach (var name in Texts(0, 32).Chunk(8).Select(texts => string.Concat(texts).Replace('\0', '.').Replace('/', '.')[..80]))
        {
            var file = $"{name}.yaml";
            _scratch.Write(file, "app: 1\n");
            foreach (var arguments in (string[][])[["check", $"./{file}"], ["review", $"./{name}"], [name], ["apply", "--plan", name], ["publish", name, "--out", "a"], ["sync", "simulate", file]])
            {
                Harmless.Check(_scratch.Run(arguments));
            }
        }
    }

    [Fact]
    public void Of_what_the_environment_names()
    {
        var mirror = _scratch.PathOf("mirror\e[2J\n::error::", "registry.terraform.io", "hashicorp", "aws", "6.0.0\e[2J");
        Directory.CreateDirectory(mirror);

        var result = Harmless.Check(_scratch.RunWith([("ORCHESTRATOR_PROVIDER_MIRROR", _scratch.PathOf("mirror\e[2J\n::error::"))], "doctor"));

        Assert.Contains(@"6.0.0\u001b[2J", result.Output, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Texts(int from, int count) => Enumerable.Range(from, count).Select(HostileText.Of);

    private List<string> WriteManifests() => [.. Enumerable.Range(0, Files).Select(file => _scratch.Write($"{file}.yaml", Manifest(file)))];

    /// <summary>Hostile texts as keys, as names, as values of every kind, as references and as reasons.</summary>
    private static string Manifest(int file)
    {
        var texts = Texts(file * NamesInFile, NamesInFile).Select(HostileText.Yaml).Distinct().ToList();
        string Map(int from, int count, Func<string, string> entry) => string.Concat(texts.Skip(from).Take(count).Select(text => $"  {text}: {entry(text)}\n"));
        return $$"""
            app: {{texts[0]}}
            environment: {{texts[1]}}
            region: {{texts[2]}}
            {{texts[3]}}: {{texts[4]}}
            network: { vpcId: {{texts[5]}}, cidrBlocks: [{{texts[6]}}], subnets: { {{texts[7]}}: { id: {{texts[8]}}, availabilityZone: {{texts[9]}}, public: {{texts[10]}} } } }
            tags:
            {{Map(0, 100, text => text)}}
            securityGroups:
            {{Map(100, 100, text => $"{{ description: {text}, {text}: 1, ingress: {{ {text}: {{ port: {text}, cidrIpv4: {text}, securityGroup: {text} }} }} }}")}}
            targetGroups:
            {{Map(200, 100, text => $"{{ targetType: {text}, protocol: {text}, healthCheck: {{ path: {text}, matcher: {text} }} }}")}}
            applicationLoadBalancers:
            {{Map(300, 100, text => $"{{ internal: false, subnets: [{text}], securityGroups: [{text}], listeners: {{ {text}: {{ port: {text}, protocol: {text}, defaultAction: {{ forward: {text} }} }} }} }}")}}
            suppressions:
            {{string.Concat(texts.Skip(400).Select(text => $"  - {{ rule: {text}, path: {text}, reason: {text}, expires: {text} }}\n"))}}
            """;
    }

    private static string Plan()
    {
        static JsonObject Change(string text, string type, params string[] actions) => new()
        {
            ["address"] = $"{type}.{text}",
            ["previous_address"] = text,
            ["module_address"] = $"module.{text}",
            ["mode"] = "managed",
            ["type"] = type,
            ["name"] = text,
            ["action_reason"] = text,
            ["change"] = new JsonObject
            {
                ["actions"] = new JsonArray([.. actions.Select(action => (JsonNode)action)]),
                ["before"] = new JsonObject { ["name"] = text, ["port"] = 80, ["tags"] = new JsonObject { [text] = text } },
                ["after"] = new JsonObject { ["name"] = $"{text}2", ["port"] = 81, ["tags"] = new JsonObject { [text] = $"{text}2" }, [text] = text },
                ["replace_paths"] = new JsonArray(new JsonArray(text)),
            },
        };
        return new JsonObject
        {
            ["format_version"] = "1.2",
            ["terraform_version"] = HostileText.Of(2),
            ["resource_changes"] = new JsonArray([.. Texts(0, Files * NamesInFile).Select((text, number) => (JsonNode)((number % 4) switch
            {
                0 => Change(text, "aws_lb", "delete", "create"),
                1 => Change(text, "aws_lb_target_group", "update"),
                2 => Change(text, text, "create"),
                _ => Change(text, "aws_lb_listener", text),
            }))]),
            ["resource_drift"] = new JsonArray([.. Texts(0, 50).Select(text => (JsonNode)Change(text, "aws_lb", "update"))]),
            ["output_changes"] = new JsonObject(Texts(0, 50).Distinct().Select(text => KeyValuePair.Create(text, (JsonNode?)new JsonObject { ["actions"] = new JsonArray("create"), ["before"] = null, ["after"] = text }))),
        }.ToJsonString();
    }

    private static string Acknowledgements() => JsonSerializer.Serialize(new
    {
        acknowledgements = Texts(0, 50).Select(text => new { rule = "PLAN01", address = text.Trim().Length == 0 ? "a" : text, fingerprint = "a", reason = $"a{text}", expires = "2999-12-31" }),
    });
}
