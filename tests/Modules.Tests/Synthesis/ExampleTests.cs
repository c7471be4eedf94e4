using Orchestrator.Modules.Manifest;

namespace Orchestrator.Modules.Tests.Synthesis;

[Collection(nameof(Jsii))]
public sealed class ExampleTests
{
    public static TheoryData<string> Examples => [.. Directory.EnumerateFiles(Repository.PathOf("examples"), "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Examples))]
    public Task An_example_synthesizes_to_what_was_approved(string example) =>
        Verify(Synthesized.Text(Read(example)), "json", Snapshots.Settings).UseParameters(example);

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_has_no_finding(string example) => Assert.Empty(Manifests.Lines(Read(example)));

    [Theory]
    [MemberData(nameof(Examples))]
    public void What_an_example_acknowledges_does_not_expire_while_anybody_uses_it(string example) => Assert.Empty(Manifests.Lines(Read(example, new DateOnly(2099, 1, 1))));

    private static ManifestResult Read(string example, DateOnly? today = null) => ManifestReader.ReadFile(Repository.PathOf("examples", $"{example}.yaml"), today ?? Manifests.Today);
}
