using Orchestrator.Modules.Manifest;
using YamlDotNet.RepresentationModel;

namespace Orchestrator.Hostile.Tests.Output;

/// <summary>Hostile texts that no rule refuses, since they are a message, a tag, a header's value: every scalar of the manifests that state every setting is tried.</summary>
public sealed class AcceptedTextTests : IDisposable
{
    private const string Hostile = "a\n0 errors, forged\n::error::b\e[2J\u202ec ##[error]d";
    private const string Tame = "::error::b \u202e##vso[a]c";
    private static readonly DateOnly Today = new(2026, 1, 1);
    private readonly Scratch _scratch = new();

    public static TheoryData<string> Manifests => [.. Directory.EnumerateFiles(Repository.PathOf("tests", "Orchestrator.Tests", "Terraform"), "every-setting*.yaml").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [MemberData(nameof(Manifests))]
    public void What_is_synthesized_and_drawn_can_command_nobody(string name)
    {
        var text = File.ReadAllText(Repository.PathOf("tests", "Orchestrator.Tests", "Terraform", name));
        var top = new YamlStream();
        top.Load(new StringReader(text));
        var accepted = Scalars(top.Documents[0].RootNode).Count(scalar => Accepts(top, scalar, Hostile) || Accepts(top, scalar, Tame));
        Assert.NotEqual(0, accepted);
        var manifest = _scratch.Write("web.yaml", Text(top));

        Assert.Equal(0, Harmless.Check(_scratch.Run("check", manifest)).ExitCode);
        Assert.Equal(0, Harmless.Check(_scratch.Run("synth", manifest)).ExitCode);
        Harmless.Check(_scratch.Run("diagram", manifest));
        Harmless.Check(_scratch.Run("diagram", manifest, "--format", "markdown"));
    }

    /// <summary>Leaves the text in the scalar where that is accepted.</summary>
    private bool Accepts(YamlStream top, YamlScalarNode scalar, string text)
    {
        var (before, style) = (scalar.Value, scalar.Style);
        (scalar.Value, scalar.Style) = (text, YamlDotNet.Core.ScalarStyle.DoubleQuoted);
        if (!ManifestReader.Read(Text(top), "web.yaml", _scratch.Root, _ => null, Today).HasErrors)
        {
            return true;
        }
        (scalar.Value, scalar.Style) = (before, style);
        return false;
    }

    private static string Text(YamlStream top)
    {
        using var writer = new StringWriter();
        top.Save(writer, assignAnchors: false);
        return writer.ToString().Replace("\n...\n", "\n", StringComparison.Ordinal);
    }

    private static IEnumerable<YamlScalarNode> Scalars(YamlNode node) => node switch
    {
        YamlScalarNode scalar => [scalar],
        YamlSequenceNode sequence => sequence.SelectMany(Scalars),
        YamlMappingNode mapping => mapping.SelectMany(entry => Scalars(entry.Value)),
        _ => [],
    };
}
