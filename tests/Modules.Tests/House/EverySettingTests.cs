using Orchestrator.Modules.Manifest;

namespace Orchestrator.Modules.Tests.House;

/// <summary>
/// every-setting*.yaml are what the real provider judges: a setting that is not in it has not been tried. What only Terraform itself judges,
/// backends and stacks, is tried in tests/Orchestrator.Tests/Deploy; what is adopted, with its tags as they were, in tests/Orchestrator.Tests/Commands.
/// </summary>
public sealed class EverySettingTests
{
    private static readonly string Folder = Repository.PathOf("tests", "Orchestrator.Tests", "Terraform");

    private static readonly string[] OfTerraform = ["ManifestProps.stacks", "ManifestProps.adoption", "ManifestProps.defaultTags", "BackendProps.s3", "BackendProps.cloud", "BackendProps.http"];

    [Fact]
    public void Every_setting_of_every_module_is_tried()
    {
        var tried = new HashSet<string>();
        foreach (var file in Directory.EnumerateFiles(Folder, "every-setting*.yaml"))
        {
            Collect(YamlTree.Read(File.ReadAllText(file), new Problems(file))!, typeof(ManifestProps), tried);
        }

        var known = tried.Select(setting => setting.Split('.')[0]).Distinct().SelectMany(type => SettingsOf(typeof(ManifestProps).Assembly.GetTypes().Single(candidate => candidate.Name == type)));

        Assert.Empty(known.Except(tried).Except(OfTerraform));
    }

    private static IEnumerable<string> SettingsOf(Type type) => Shape.Of(type).Properties.Select(NameOf);

    /// <summary>What kinds of things have in common is tried once.</summary>
    private static string NameOf(ShapeProperty property) => $"{property.Property.DeclaringType!.Name}.{property.Key}";

    /// <summary>Notes what is set, along the types that the settings are bound to.</summary>
    private static void Collect(Node node, Type type, HashSet<string> tried)
    {
        var element = type.IsGenericType ? type.GetGenericArguments()[^1] : null;
        switch (node)
        {
            case SequenceNode sequence when element is not null:
                foreach (var item in sequence.Items)
                {
                    Collect(item, element, tried);
                }
                break;
            case MappingNode mapping when element is not null:
                foreach (var (_, value) in mapping.Entries)
                {
                    Collect(value, element, tried);
                }
                break;
            case MappingNode mapping when !type.IsInterface:
                foreach (var (key, value) in mapping.Entries)
                {
                    tried.Add(NameOf(Shape.Of(type).ByKey[key.Text]));
                    Collect(value, Shape.Of(type).ByKey[key.Text].Type, tried);
                }
                break;
        }
    }
}
