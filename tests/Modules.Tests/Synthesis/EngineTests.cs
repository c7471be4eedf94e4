using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Amazon.JSII.Runtime.Deputy;
using Constructs;
using FsCheck.Fluent;
using HashiCorp.Cdktf;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Publishing;
using Orchestrator.Modules.State;
using Orchestrator.Modules.Synthesis;
using Aws = HashiCorp.Cdktf.Providers.Aws;

namespace Orchestrator.Modules.Tests.Synthesis;

/// <summary>What the kernel in this process writes is what CDKTF writes in node.</summary>
[Collection(nameof(Jsii))]
public sealed class EngineTests
{
    private static readonly string[] Texts =
    [
        "", "web", "ä", "\U0001F600", "\u2028\u2029\u007f", "\u0001\u001f\b\f\n\r\t", "\"\\/", "1e5", "-1e289", "subnet-0a1e298f", "-3|4e7", "${aws_lb.web.arn}", "$${x}", "%%{ if }", "{}", "String Map", "a.b", "_", "Default", "//", "\ud83d", "\ude00",
    ];

    public static TheoryData<string> Manifests => [.. new[] { "examples", "tests/Orchestrator.Tests/Terraform" }
        .SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*.yaml").Select(file => Path.GetRelativePath(Repository.Root, file)))
        .Order(StringComparer.Ordinal)];

    public static TheoryData<string> Backends =>
    [
        "local: {}",
        "local: { path: a/b.tfstate }",
        "s3: { bucket: shop-state }",
        "s3: { bucket: shop-state, region: eu-west-1, key: k.tfstate, kmsKeyId: alias/state, assumeRole: { roleArn: \"arn:aws:iam::111122223333:role/state\", externalId: shop, sessionName: shop } }",
        "http: { address: \"https://state.example.com/shop\", lockPath: /lock, lockMethod: POST, unlockMethod: DELETE }",
    ];

    [Theory]
    [MemberData(nameof(Manifests))]
    public void A_manifest_becomes_the_same(string file) => Engines.AreEqual(ManifestReader.ReadFile(Repository.PathOf(file), Tests.Manifests.Today));

    [Theory]
    [MemberData(nameof(Backends))]
    public void A_backend_becomes_the_same(string backend) => Engines.AreEqual(Tests.Manifests.Read($"backend: {{ {backend} }}"));

    [Fact]
    public void Several_manifests_together_become_the_same() => Engines.AreEqual([.. Directory.EnumerateFiles(Repository.PathOf("examples"), "*.yaml").Order(StringComparer.Ordinal).Select(file => ManifestReader.ReadFile(file, Tests.Manifests.Today))]);

    [Fact]
    public void The_stack_of_a_state_bucket_becomes_the_same() => Engines.AreEqual((directory, engine, replay) =>
        StateStack.Write(new() { Name = "shop-state", GitHubRepository = "example/shop" }, "eu-central-1", "111122223333", isInBucket: false, directory, engine, replay));

    [Fact]
    public void Published_modules_become_the_same()
    {
        var native = ModuleSynthesis.Run(ModuleCatalogue.All, _ => Synthesized.Package, SynthesisEngine.Native, gap => Assert.Fail($"node was asked for {gap}"));
        var node = ModuleSynthesis.Run(ModuleCatalogue.All, _ => Synthesized.Package, SynthesisEngine.Node);

        Assert.Equal(node.Select(module => module.Configuration.ToJsonString()), native.Select(module => module.Configuration.ToJsonString()));
    }

    [Fact]
    public void Every_property_of_every_type_becomes_the_same()
    {
        var types = typeof(Aws.Provider.AwsProvider).Assembly.GetTypes().Where(type => NativeTypes.Find(type.FullName!) is { Section: "resource" or "data" }).ToList();

        Engines.AreEqual((directory, engine, replay) => Kernel.Run(engine, directory, app => Compose(app, stack =>
        {
            foreach (var type in types)
            {
                typeof(EngineTests).GetMethod(nameof(MakeWhole), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type).Invoke(null, [stack]);
            }
        }), replay));

        Assert.True(types.Count > 50);
    }

    [Fact]
    public void Any_text_and_any_number_become_the_same()
    {
        var text = Gen.OneOf(Gen.Elements(Texts), ArbMap.Default.GeneratorFor<string>().Select(any => any ?? ""));
        var number = Gen.OneOf(Gen.Choose(-1_000_000, 1_000_000).Select(whole => (double)whole), Gen.Choose(-1000, 1000).Select(part => part / 8.0), Gen.Elements(0.1, 1e15, 9007199254740991, 65535, 1.5e10));
        var tags = Gen.Zip(text, text).ListOf().Select(pairs => pairs.DistinctBy(pair => pair.Item1).ToDictionary(pair => pair.Item1, pair => pair.Item2));
        Prop.ForAll(Gen.Zip(Gen.Zip(text, number), tags).ListOf().ToArbitrary(), groups =>
        {
            Engines.AreEqual((directory, engine, replay) => Kernel.Run(engine, directory, app => Compose(app, stack =>
            {
                foreach (var (index, ((name, port), labels)) in groups.Index())
                {
                    Kernel.Create<Aws.LbTargetGroup.LbTargetGroup>(stack, $"group{index}", new Aws.LbTargetGroup.LbTargetGroupConfig { Name = name, Port = port, Tags = labels }, $"group{index}");
                }
            }), replay));
        }).Hold(cases: 20);
    }

    [Fact]
    public void Expressions_and_overrides_become_the_same() => Engines.AreEqual((directory, engine, replay) => Kernel.Run(engine, directory, app => Compose(app, stack =>
    {
        var group = Kernel.Create<Aws.LbTargetGroup.LbTargetGroup>(stack, "group", new Aws.LbTargetGroup.LbTargetGroupConfig
        {
            Port = Kernel.Number("${var.port}"),
            ConnectionTermination = Kernel.Any("${var.terminates}"),
            Tags = Kernel.Map("${{\n a = 1 }}"),
            TargetHealthState = Kernel.Any(new object[] { new Dictionary<string, object> { ["enable_unhealthy_connection_termination"] = false, ["list"] = Array.Empty<object>(), ["map"] = new Dictionary<string, object>() } }),
            HealthCheck = new Aws.LbTargetGroup.LbTargetGroupHealthCheck(),
            Lifecycle = new TerraformResourceLifecycle { CreateBeforeDestroy = true, IgnoreChanges = new[] { "tags", "port" } },
        });
        Kernel.Override(group, "slow_start", 30);
        Kernel.Override(group, "name", "other");
        Kernel.SetDependsOn(group, ["aws_lb.web", "aws_lb.app"]);
        var balancer = Kernel.Create<Aws.Lb.Lb>(stack, "10", new Aws.Lb.LbConfig { Subnets = Kernel.List("${var.subnets}"), AccessLogs = new Aws.Lb.LbAccessLogs { Bucket = "logs" } });
        Kernel.Override(balancer, "depends_on", new[] { "aws_lb_target_group.group" });
        Kernel.Override(balancer, "timeouts.create", "10m");
        Kernel.Override(Kernel.Create<Aws.Lb.Lb>(new Scope(new Scope(stack, "Default"), "b c"), "9", new Aws.Lb.LbConfig()), "internal", true);
        Kernel.Create<TerraformOutput>(stack, "map-of.things", new TerraformOutputConfig { Value = new Dictionary<string, string> { ["b"] = "1", ["a"] = "2" }, Sensitive = true });
        Kernel.Create<TerraformVariable>(stack, "secret", new TerraformVariableConfig { Type = "string", Nullable = false }, "secret");
        Kernel.Override(stack, "locals.a", new Dictionary<string, object> { ["z"] = 1.5, ["y"] = new object[] { true, "x" } });
    }), replay));

    [Fact]
    public void Generated_manifests_become_the_same()
    {
        // A thousand take a minute of both processors; one in ten finds what is wrong with a kind.
        var cases = Environment.GetEnvironmentVariable("GENERATED_MANIFESTS") is { Length: > 0 } wanted ? int.Parse(wanted, CultureInfo.InvariantCulture) : 100;
        var manifests = GeneratedManifests.Take(cases);

        foreach (var batch in manifests.Chunk(50))
        {
            Engines.AreEqual(batch);
        }

        Assert.Equal(cases, manifests.Count);
    }

    [Theory]
    [InlineData("native")]
    [InlineData("bindings")]
    [InlineData("token")]
    [InlineData("number")]
    [InlineData("provider")]
    [InlineData("property")]
    [InlineData("type")]
    public void What_the_kernel_does_not_know_is_left_to_node_and_becomes_the_same(string what)
    {
        var gaps = new List<string>();
        var native = Engines.Files(directory => Kernel.Run(SynthesisEngine.Native, directory, Strange, gaps.Add));
        var node = Engines.Files(directory => Kernel.Run(SynthesisEngine.Node, directory, Strange));

        Assert.Equal(what == "native" ? 0 : 1, gaps.Count);
        Assert.Equal(node, native);

        void Strange(App app) => Compose(app, stack =>
        {
            switch (what)
            {
                case "bindings":
                    new TerraformOutput(stack, "name", new TerraformOutputConfig { Value = "web" });
                    break;
                case "token":
                    Kernel.Create<TerraformOutput>(stack, "name", new TerraformOutputConfig { Value = Token.AsList("${x}") });
                    break;
                case "number":
                    Kernel.Create<Aws.LbTargetGroup.LbTargetGroup>(stack, "group", new Aws.LbTargetGroup.LbTargetGroupConfig { Port = 1e22 });
                    break;
                case "property":
                    Kernel.Create<Aws.LbTargetGroup.LbTargetGroup>(stack, "group", new Aws.LbTargetGroup.LbTargetGroupConfig { Connection = new SSHProvisionerConnection { Host = "web", Type = "ssh" } });
                    break;
                case "type":
                    Kernel.Create<TerraformLocal>(stack, "local", "value");
                    break;
                case "provider":
                    Kernel.Create<Aws.LbTargetGroup.LbTargetGroup>(stack, "group", new Aws.LbTargetGroup.LbTargetGroupConfig { ForEach = TerraformIterator.FromList(new[] { "a" }) });
                    break;
            }
        });
    }

    [Fact]
    public void What_CDKTF_refuses_is_told_in_its_words_and_nothing_is_written()
    {
        var directory = Directory.CreateTempSubdirectory("refused-");
        try
        {
            var refused = Assert.ThrowsAny<Exception>(() => Kernel.Run(SynthesisEngine.Native, directory.FullName, app => Compose(app, stack =>
            {
                Kernel.Create<Aws.Lb.Lb>(stack, "web", new Aws.Lb.LbConfig());
                Kernel.Create<Aws.Lb.Lb>(stack, "web", new Aws.Lb.LbConfig());
            })));

            Assert.Contains("There is already a Construct with name 'web'", refused.Message, StringComparison.Ordinal);
            Assert.Empty(Directory.EnumerateFiles(directory.FullName, "*.json", SearchOption.AllDirectories));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static void Compose(App app, Action<TerraformStack> compose)
    {
        var stack = Kernel.NewStack(app, "composed");
        TerraformSettings.Apply(stack, "composed", new BackendProps { Local = new() });
        Kernel.Create<Aws.Provider.AwsProvider>(stack, "aws", new Aws.Provider.AwsProviderConfig { Region = "eu-central-1" });
        compose(stack);
    }

    private static void MakeWhole<T>(TerraformStack stack)
        where T : TerraformElement
    {
        var configuration = typeof(T).GetConstructors().Select(constructor => constructor.GetParameters()).Single(parameters => parameters.Length == 3)[2].ParameterType;
        Kernel.Create<T>(stack, typeof(T).Name, Whole(typeof(T).Assembly.GetType($"{configuration.Namespace}.{configuration.Name[1..]}")!, typeof(T).Name));
    }

    /// <summary>A structure of the bindings in which everything is set that the kernel knows.</summary>
    private static object Whole(Type type, string path)
    {
        var structure = Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties())
        {
            if (property.GetCustomAttribute<JsiiPropertyAttribute>() is { } attribute && attribute.Name is not ("connection" or "dependsOn" or "forEach" or "provider" or "provisioners" or "lifecycle" or "count"))
            {
                var kind = JsonDocument.Parse(property.GetCustomAttributesData().Single(data => data.AttributeType == typeof(JsiiPropertyAttribute)).ConstructorArguments[1].Value as string ?? "{}").RootElement;
                if (Value(kind, type.Assembly, property.PropertyType, $"{path}.{attribute.Name}") is { } value)
                {
                    property.SetValue(structure, value);
                }
            }
        }
        return structure;
    }

    private static object? Value(JsonElement kind, Assembly assembly, Type property, string path)
    {
        if (kind.TryGetProperty("union", out var union))
        {
            return union.GetProperty("types").EnumerateArray().Select(member => Value(member, assembly, typeof(object), path)).FirstOrDefault(value => value is not null);
        }
        if (kind.TryGetProperty("primitive", out var primitive))
        {
            return primitive.GetString() switch { "number" => 7.0, "boolean" => true, _ => path };
        }
        if (kind.TryGetProperty("collection", out var collection))
        {
            var element = Value(collection.GetProperty("elementtype"), assembly, property.IsArray ? property.GetElementType()! : typeof(object), path)!;
            return collection.GetProperty("kind").GetString() == "map" ? new Dictionary<string, string> { [path] = path }
                : property.IsArray ? ArrayOf(property.GetElementType()!, element) : ArrayOf(element.GetType(), element);
        }
        var name = kind.GetProperty("fqn").GetString()!;
        return Structures.Value.TryGetValue(name, out var structure) ? Whole(structure, path) : null;
    }

    private static Lazy<Dictionary<string, Type>> Structures { get; } = new(() => typeof(Aws.Provider.AwsProvider).Assembly.GetTypes()
        .Select(type => (Type: type, Name: type.GetCustomAttribute<JsiiByValueAttribute>()?.FullyQualifiedName))
        .Where(structure => structure.Name is not null)
        .ToDictionary(structure => structure.Name!, structure => structure.Type));

    private static Array ArrayOf(Type type, object element)
    {
        var array = Array.CreateInstance(type, 1);
        array.SetValue(element, 0);
        return array;
    }

    private sealed class Scope(Construct scope, string id) : Construct(Kernel.CreateConstruct(scope, id));
}
