using System.Reflection;
using System.Text.Json.Nodes;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Provider;
using Orchestrator.Modules.Publishing;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.Tests.Synthesis;

namespace Orchestrator.Modules.Tests.Provider;

/// <summary>Everything that is emitted is an attribute of some version of the AWS provider, and what emits it asks for that version.</summary>
[Collection(nameof(Jsii))]
public sealed class ProviderAttributesTests
{
    [Theory]
    [MemberData(nameof(EngineTests.Manifests), MemberType = typeof(EngineTests))]
    public void A_stack_asks_for_the_first_version_that_has_all_it_uses(string file)
    {
        var manifest = ManifestReader.ReadFile(Repository.PathOf(file), Manifests.Today);
        Assert.False(manifest.HasErrors);

        foreach (var configuration in Configurations([manifest]))
        {
            Assert.StartsWith($">= {Newest(configuration)}", (string?)configuration["terraform"]!["required_providers"]!["aws"]!["version"], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Published_modules_use_what_the_lowest_supported_version_has() => Assert.All(
        ModuleSynthesis.Run(ModuleCatalogue.All, _ => Synthesized.Package),
        module => Assert.Equal(ProviderAttributes.Lowest, Newest(module.Configuration)));

    [Fact]
    public void What_is_marked_is_newer_than_the_lowest_supported_version()
    {
        var marked = typeof(SinceAttribute).Assembly.GetTypes()
            .SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance))
            .Select(member => member.GetCustomAttribute<SinceAttribute>())
            .OfType<SinceAttribute>()
            .ToList();

        Assert.NotEmpty(marked);
        Assert.All(marked, since => Assert.True(since.Version > ProviderAttributes.Lowest, since.Attribute));
    }

    [Fact]
    public void Whoever_uses_nothing_newer_can_have_the_lowest_supported_version() =>
        Assert.Equal(">= 5.100.0, < 7.0.0", Version("targetGroups: { app: { targetType: ip, port: 80 } }"));

    [Fact]
    public void What_a_manifest_says_of_the_provider_is_kept_and_its_lower_bound_raised_to_what_is_used() =>
        Assert.Equal(">= 6.24.0, < 6.40", Version("""
            awsProvider: ">= 6.1, < 6.40"
            targetGroups: { app: { targetType: ip, port: 80 } }
            overrides: { aws_lb_target_group.app: { target_control_port: 9000 } }
            """).Replace($"{ProviderAttributes.Find("aws_lb_target_group.target_control_port")!.Since}", "6.24.0", StringComparison.Ordinal));

    [Fact]
    public void An_override_changes_what_the_construct_says()
    {
        var manifest = ManifestReader.ReadFile(Repository.PathOf("tests", "Orchestrator.Tests", "Terraform", "every-setting-newer.yaml"), Manifests.Today);
        var resources = Configurations([manifest]).Single()["resource"]!;

        Assert.True((bool)resources["aws_lb"]!["inner"]!["enable_waf_fail_open"]!);
        Assert.Equal("overridden", (string?)resources["aws_lb"]!["inner"]!["health_check_logs"]!["prefix"]);
        Assert.Equal(7, (int)resources["aws_lb_listener"]!["inner_https"]!["default_action"]![0]!["order"]!);
        Assert.Equal(2, (int)resources["aws_lb_listener"]!["inner_https"]!["default_action"]![1]!["order"]!);
    }

    [Fact]
    public void An_override_of_what_is_not_made_is_refused_with_its_place()
    {
        var exception = Assert.Throws<UnknownResourceException>(() => Version("""
            targetGroups: { app: { targetType: ip, port: 80 } }
            overrides: { aws_lb_target_group.ap: { slow_start: 30 } }
            """));

        Assert.Equal("web.yaml:2:14: overrides.aws_lb_target_group.ap is not the address of a resource that the manifest makes; did you mean aws_lb_target_group.app?", exception.Message);
    }

    [Fact]
    public void A_stack_in_csharp_overrides_and_is_checked_too()
    {
        var resources = Synthesized.Stack(stack =>
        {
            _ = new Modules.TargetGroups.TargetGroup(stack, "app", new() { TargetType = Modules.TargetGroups.TargetType.Ip, Port = 80, VpcId = "vpc-0a1b2c3d4e5f60718" });
            StackModel.Of(stack).Override("aws_lb_target_group.app", new Dictionary<string, RawValue> { ["slow_start"] = new(30.0) });
        });
        Assert.Equal(30, (int)resources["aws_lb_target_group"]!["app"]!["slow_start"]!);

        var exception = Assert.ThrowsAny<Exception>(() => Synthesized.Stack(stack => StackModel.Of(stack).Override("aws_lb_target_group.app", new Dictionary<string, RawValue> { ["slow_stat"] = new(30.0) })));
        Assert.Contains("PROV332", exception.Message, StringComparison.Ordinal);
    }

    private static string Version(string manifest) => (string)Configurations([Manifests.Read(manifest)]).Single()["terraform"]!["required_providers"]!["aws"]!["version"]!;

    private static List<JsonObject> Configurations(IReadOnlyList<ManifestResult> manifests)
    {
        var directory = Directory.CreateTempSubdirectory("synthesized-");
        try
        {
            Synthesizer.Write(manifests, directory.FullName, _ => Synthesized.Package);
            return [.. Directory.EnumerateFiles(directory.FullName, "cdk.tf.json", SearchOption.AllDirectories).Select(file => JsonNode.Parse(File.ReadAllText(file))!.AsObject())];
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    /// <summary>The first version that has every attribute of a configuration; fails for one that no version has.</summary>
    private static Version Newest(JsonObject configuration) => (configuration["resource"]?.AsObject() ?? [])
        .SelectMany(type => type.Value!.AsObject().SelectMany(resource => VersionsOf(type.Key, resource.Value!, isResource: true)))
        .Append(ProviderAttributes.Lowest)
        .Max()!;

    private static IEnumerable<Version> VersionsOf(string path, JsonNode block, bool isResource = false)
    {
        if (block is JsonArray several)
        {
            return several.SelectMany(one => VersionsOf(path, one!));
        }
        // A block may be an expression, and blocks that are repeated stand under "dynamic".
        return block is not JsonObject attributes ? [] : attributes.Where(attribute => !isResource || !ProviderAttributes.IsOfTerraform(attribute.Key)).SelectMany(attribute =>
            attribute.Key == "dynamic" ? attribute.Value!.AsObject().SelectMany(repeated => VersionsOf(path, new JsonObject { [repeated.Key] = Content(repeated.Value!) }))
            : attribute.Key == "//" ? []
            : VersionsOfAttribute($"{path}.{attribute.Key}", attribute.Value));
    }

    private static IEnumerable<Version> VersionsOfAttribute(string path, JsonNode? value)
    {
        var attribute = ProviderAttributes.Find(path);
        Assert.True(attribute is not null, $"no version of the provider has {path}");
        Assert.True(Fits(attribute.Kind, value), $"{path} is a {attribute.Kind}, and not {value}");
        return attribute.IsNested && value is not null ? VersionsOf(path, value).Append(attribute.Since) : [attribute.Since];
    }

    /// <summary>Whether a value has the shape of an attribute, as far as Terraform does not convert it: an expression may be anything.</summary>
    private static bool Fits(string kind, JsonNode? value) => value switch
    {
        null => true,
        JsonValue scalar => scalar.TryGetValue<string>(out var text) && text.Contains("${", StringComparison.Ordinal)
            || (kind is "string" or "boolean" || (kind == "number" && double.TryParse($"{scalar}", System.Globalization.CultureInfo.InvariantCulture, out _))),
        JsonArray => kind == "block" || kind == "object" || kind.StartsWith("list", StringComparison.Ordinal) || kind.StartsWith("set", StringComparison.Ordinal),
        _ => kind is "block" or "object" || kind.StartsWith("map", StringComparison.Ordinal),
    };

    private static JsonArray Content(JsonNode repeated) =>
        [.. (repeated is JsonArray several ? several.Select(one => one!) : [repeated]).Select(one => one["content"]?.DeepClone()).Where(content => content is not null)];
}
