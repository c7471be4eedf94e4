using System.Text.RegularExpressions;
using FsCheck.Fluent;

namespace Orchestrator.Diagram.Tests;

public sealed partial class MermaidTests
{
    private static readonly TrafficDiagram Blueprint = new(
        [
            new("internet", "Internet", TrafficKind.Internet),
            new("aws_route53_record.www", "www.example.org A\nweight 90", TrafficKind.Dns, TrafficAction.Change),
            new("aws_eip.edge[\"a\"]", "203.0.113.10", TrafficKind.Address, TrafficAction.Keep),
            new("aws_lb.edge", "edge\nnetwork", TrafficKind.LoadBalancer, TrafficAction.Replace),
            new("aws_lb_listener.https", "HTTPS 443", TrafficKind.Listener, TrafficAction.Add),
            new("aws_lb_listener_rule.api", "10: host api.example.org", TrafficKind.Rule, TrafficAction.Delete),
            new("aws_lb_target_group.app", "app\nHTTP 8080, GET /health", TrafficKind.TargetGroup, TrafficAction.Keep),
            new("aws_ecs_service.app", "app ×3", TrafficKind.Target, TrafficAction.Keep),
            new("aws_lambda_function.sync", "sync", TrafficKind.Function, TrafficAction.Keep),
        ],
        [
            new("internet", "aws_route53_record.www"),
            new("aws_route53_record.www", "aws_lb.edge", "alias"),
            new("aws_eip.edge[\"a\"]", "aws_lb.edge"),
            new("aws_lb.edge", "aws_lb_listener.https"),
            new("aws_lb_listener.https", "aws_lb_listener_rule.api"),
            new("aws_lb_listener_rule.api", "aws_lb_target_group.app", "90 %"),
            new("aws_lb_target_group.app", "aws_ecs_service.app"),
            new("aws_lambda_function.sync", "aws_lb_target_group.app", "registers", Dotted: true),
        ]);

    [Fact]
    public Task A_path_of_traffic_is_drawn_from_left_to_right_with_a_colour_for_each_action() => Verify(Mermaid.Of(Blueprint), Snapshots.Settings);

    [Fact]
    public Task Above_sixty_nodes_there_is_a_table() =>
        Verify(Mermaid.Markdown(Blueprint with { Nodes = [.. Blueprint.Nodes, .. Enumerable.Range(0, 52).Select(number => new TrafficNode($"aws_lb.more{number}", $"more|{number}", TrafficKind.LoadBalancer, TrafficAction.Keep))] }), Snapshots.Settings);

    [Fact]
    public void Sixty_nodes_are_still_a_picture()
    {
        var diagram = new TrafficDiagram([.. Enumerable.Range(0, TrafficDiagram.MostNodes).Select(number => new TrafficNode($"{number}", "lb", TrafficKind.LoadBalancer))], []);

        Assert.StartsWith("```mermaid\nflowchart LR\n", Mermaid.Markdown(diagram), StringComparison.Ordinal);
    }

    [Fact]
    public void A_nodes_id_does_not_depend_on_the_other_nodes()
    {
        var alone = Mermaid.Of(Blueprint with { Nodes = [Blueprint.Nodes[3]] });

        Assert.Contains(alone.Split('\n')[1], Mermaid.Of(Blueprint), StringComparison.Ordinal);
    }

    [Fact]
    public void Ids_that_differ_only_in_punctuation_stay_apart()
    {
        var drawn = Mermaid.Of(new([new("a.b", "x", TrafficKind.Rule), new("a_b", "x", TrafficKind.Rule)], []));

        Assert.Equal(2, drawn.Split('\n')[1..3].Distinct().Count());
    }

    [Fact]
    public void An_edge_to_a_node_that_is_not_there_is_left_out() =>
        Assert.DoesNotContain("-->", Mermaid.Of(new([new("a", "a", TrafficKind.Rule)], [new("a", "b")])), StringComparison.Ordinal);

    [Fact]
    public void No_label_breaks_out_of_its_quotes() => Prop.ForAll(ArbMap.Default.ArbFor<string>().Filter(text => text is not null), text =>
    {
        var drawn = Mermaid.Of(new([new("a", text, TrafficKind.Rule), new("b", "b", TrafficKind.Rule)], [new("a", "b", $"x{text}")]));
        var lines = drawn.Split('\n');
        return lines.Length == 5 && NodeLine().IsMatch(lines[1]) && EdgeLine().IsMatch(lines[3]);
    }).Hold(500);

    [Theory]
    [InlineData("\"]; click a callback", "#34;#93;#59; click a callback")]
    [InlineData("<img src=x onerror=alert(1)>", "#60;img src=x onerror=alert(1)#62;")]
    [InlineData("`**bold**`", "#96;#42;#42;bold#42;#42;#96;")]
    [InlineData("a\r\tb", "a  b")]
    [InlineData("two\nlines", "two<br/>lines")]
    public void What_has_a_meaning_in_a_label_is_escaped(string text, string shown) =>
        Assert.Contains($"\"{shown}\"", Mermaid.Of(new([new("a", text, TrafficKind.Rule)], [])), StringComparison.Ordinal);

    [GeneratedRegex("^  n_a_[0-9a-f]{8}\\{\\{\"([^\"<>`\\p{Cc}]|<br/>)*\"\\}\\}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NodeLine();

    [GeneratedRegex("^  n_a_[0-9a-f]{8} -->\\|\"([^\"<>`\\p{Cc}]|<br/>)*\"\\| n_b_[0-9a-f]{8}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EdgeLine();
}
