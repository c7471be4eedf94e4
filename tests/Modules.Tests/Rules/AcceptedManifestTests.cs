using Orchestrator.Modules.Tests.Synthesis;

namespace Orchestrator.Modules.Tests.Rules;

[Collection(nameof(Jsii))]
public sealed class AcceptedManifestTests
{
    public static TheoryData<string, int> Keeping => RuleCaseTests.Keeping;

    [Theory]
    [MemberData(nameof(Keeping))]
    public void What_the_rules_accept_is_synthesized_by_both_engines_alike(string rule, int index) =>
        Engines.AreEqual(Manifests.Read(RuleCase.Of(rule)[index].Manifest));
}
