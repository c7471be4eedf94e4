using System.Text.Json.Nodes;
using System.Xml.Linq;
using Orchestrator.Tests;

namespace Orchestrator.Lambda.Tests.Operator;

/// <summary><c>sync simulate</c> as a process.</summary>
public sealed class SimulateTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public Task Without_a_scenario_both_algorithms_play_them_all()
    {
        var result = _scratch.Run("sync", "simulate");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        return Verify(result.Output, Snapshots.Settings);
    }

    [Fact]
    public void A_scenario_is_told_and_drawn()
    {
        var result = _scratch.Run("sync", "simulate", "scale-out", "--svg", "timeline.svg");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.EndsWith("no traffic is lost; at the end the group equals the DNS\n", result.Output, StringComparison.Ordinal);
        Assert.Equal("svg", XDocument.Parse(_scratch.Read("timeline.svg")).Root!.Name.LocalName);
        Assert.Equal(["timeline.svg"], Directory.EnumerateFiles(_scratch.Root).Select(Path.GetFileName));
    }

    [Fact]
    public void As_json_it_has_what_happened_and_the_moments_in_which_something_changed()
    {
        var json = JsonNode.Parse(_scratch.Run("sync", "simulate", "registration-fails", "--algorithm", "article", "--json").Output)!;

        Assert.Equal((1, "article", 1.0, 480), ((int)json["formatVersion"]!, (string)json["algorithm"]!, (double)json["worstLoss"]!, (int)json["lossSeconds"]!));
        Assert.Contains(json["happenings"]!.AsArray(), happening => (string)happening!["by"]! == "function");
        Assert.Contains(json["moments"]!.AsArray(), moment => (double)moment!["lost"]! == 1);
    }

    [Fact]
    public void A_file_of_ones_own_is_played_and_its_mistakes_are_told()
    {
        _scratch.Write("mine.yaml", "description: Mine.\nminutes: 5\naddresses: [10.0.0.1]\n");
        _scratch.Write("broken.yaml", "description: Broken.\nminutes: 5\naddresses: [x]\nneeds: no\n");

        Assert.Equal(0, _scratch.Run("sync", "simulate", "mine.yaml").ExitCode);
        var broken = _scratch.Run("sync", "simulate", "broken.yaml");

        Assert.Equal(1, broken.ExitCode);
        Assert.StartsWith("error broken.yaml:3:13: addresses has \"x\": each must be an IPv4 address such as 10.0.0.1\n", broken.Error, StringComparison.Ordinal);
        Assert.EndsWith("error broken.yaml:4:8: needs is \"no\": it must be a whole number from 1 to 1000\n", broken.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("there is no scenario scale-up: there are crash, dns-flaps, ", "scale-up")]
    [InlineData("nowhere.yaml cannot be read: there is no such file", "nowhere.yaml")]
    [InlineData("--svg and --json are of one scenario: name it", "--json")]
    public void What_cannot_be_played_is_told(string expected, params string[] arguments)
    {
        var result = _scratch.Run(["sync", "simulate", .. arguments]);

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.StartsWith($"error: {expected}", result.Error, StringComparison.Ordinal);
    }
}
