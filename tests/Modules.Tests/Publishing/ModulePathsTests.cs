using System.Text.Json.Nodes;
using Orchestrator.Modules.Publishing;

namespace Orchestrator.Modules.Tests.Publishing;

public sealed class ModulePathsTests
{
    [Fact]
    public void A_file_of_the_module_is_named_relative_to_it() => Check("${path.module}/function.zip", "${filebase64sha256(\"${path.module}/function.zip\")}");

    [Theory]
    [InlineData("/srv/function.zip", "x", "edge names the file /srv/function.zip, which is not below ${path.module}/")]
    [InlineData("assets/function.zip", "x", "edge names the file assets/function.zip, which is not below ${path.module}/")]
    [InlineData("${path.module}/function.zip", "${filebase64sha256(\"/srv/function.zip\")}", "edge names the file /srv/function.zip, which is not below ${path.module}/")]
    [InlineData("${path.module}/other.zip", "x", "edge names the file ${path.module}/other.zip, which is not in it")]
    [InlineData("${path.module}/function.zip", "${jsonencode(file(\"${path.module}/policy.json\"))}", "edge names the file ${path.module}/policy.json, which is not in it")]
    [InlineData("${path.module}/function.zip", "${path.module}/../function.zip", "edge names the file ${path.module}/../function.zip, which is not in it")]
    public void Any_other_is_refused(string filename, string hash, string message) =>
        Assert.StartsWith(message, Assert.Throws<InvalidOperationException>(() => Check(filename, hash)).Message, StringComparison.Ordinal);

    private static void Check(string filename, string hash) => ModulePaths.Check(
        "edge",
        new JsonObject { ["resource"] = new JsonObject { ["aws_lambda_function"] = new JsonObject { ["sync"] = new JsonObject { ["filename"] = filename, ["source_code_hash"] = hash } } } },
        ["function.zip"]);
}
