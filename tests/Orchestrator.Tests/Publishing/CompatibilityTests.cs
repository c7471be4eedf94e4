using System.Text.Json.Nodes;
using Orchestrator.Tests.Terraform;

namespace Orchestrator.Tests.Publishing;

/// <summary>What <c>--against</c> says of a change is what Terraform does with a call that was written for the version before.</summary>
public sealed class CompatibilityTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [TerraformTheory]
    [InlineData("""{ "gone": { "type": "string", "description": "d", "default": "" } }""", "vpc_id", "gone = \"here\"\n  vpc_id", "breaks  variable.gone is gone")]
    [InlineData("""{ "vpc_id": { "type": "string", "description": "d", "default": "vpc-1", "nullable": false } }""", "vpc_id      = \"vpc-0a1b2c3d4e5f60718\"", "", "breaks  variable.vpc_id has no default any more, so it must be given")]
    [InlineData("""{ "tags": null }""", "", "", "adds    variable.tags is new")]
    public void A_call_of_the_version_before_fails_where_it_was_said_to(string variables, string inCall, string before, string said)
    {
        Assert.Equal(0, _scratch.Run("publish", "security-group", "--out", "before").ExitCode);
        Change(variables);
        var example = Path.Combine("before", "security-group", "examples", "minimal", "main.tf");
        _scratch.Write(example, inCall.Length == 0 ? _scratch.Read(example) : _scratch.Read(example).Replace(inCall, before, StringComparison.Ordinal));

        var result = _scratch.Run("publish", "security-group", "--against", "before");

        Assert.Equal(3, result.ExitCode);
        Assert.Contains(said, result.Output, StringComparison.Ordinal);
        Assert.Equal(!said.StartsWith("breaks", StringComparison.Ordinal), IsValid());
    }

    private void Change(string variables)
    {
        var file = Path.Combine("before", "security-group", "json", "variables.tf.json");
        var json = JsonNode.Parse(_scratch.Read(file))!;
        foreach (var (name, variable) in JsonNode.Parse(variables)!.AsObject())
        {
            json["variable"]!.AsObject().Remove(name);
            if (variable is not null)
            {
                json["variable"]![name] = variable.DeepClone();
            }
        }
        _scratch.Write(file, json.ToJsonString());
    }

    /// <summary>Whether the call is one of the module as it is made now.</summary>
    private bool IsValid()
    {
        Assert.Equal(0, _scratch.Run("publish", "security-group", "--out", "now").ExitCode);
        var directory = _scratch.PathOf("now", "security-group", "examples", "minimal");
        File.Copy(_scratch.PathOf("before", "security-group", "examples", "minimal", "main.tf"), Path.Combine(directory, "main.tf"), overwrite: true);
        return new TerraformDirectory(directory).IsValid();
    }
}
