using Orchestrator.Diagram;
using Orchestrator.Modules.Diagrams;
using Orchestrator.Modules.Manifest;

namespace Orchestrator.Modules.Tests.StaticIp;

public sealed class StaticIpDiagramTests
{
    [Theory]
    [InlineData("static-ip")]
    [InlineData("static-ip-lambda")]
    public Task The_path_leads_from_the_static_addresses_to_the_application_load_balancer_and_its_targets(string example) =>
        Verify(Mermaid.Of(Draw(example)), Snapshots.Settings).UseParameters(example);

    [Theory]
    [InlineData("static-ip")]
    [InlineData("static-ip-lambda")]
    public void Everything_is_reached_from_the_internet(string example)
    {
        var diagram = Draw(example);

        Assert.Equal(["Internet"], diagram.Nodes.Where(node => diagram.Edges.All(edge => edge.To != node.Id)).Select(node => node.Label));
    }

    private static TrafficDiagram Draw(string example) => ManifestDiagram.Of(ManifestReader.ReadFile(Repository.PathOf("examples", $"{example}.yaml"), Manifests.Today));
}
