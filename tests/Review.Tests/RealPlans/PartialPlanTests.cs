using Orchestrator.Tests.Terraform;

namespace Orchestrator.Review.Tests.RealPlans;

/// <summary>Plans that are only a part, made by the real Terraform.</summary>
public sealed class PartialPlanTests : IDisposable
{
    private const string Module = """
        resource "aws_eip" "edge" {
          domain               = "vpc"
          network_border_group = "GROUP"
          lifecycle {
            prevent_destroy = true
          }
        }

        resource "aws_eip" "other" {
          domain = "vpc"
        }
        """;

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("review-partial-");

    public void Dispose() => _directory.Delete(recursive: true);

    [TerraformFact]
    public void A_plan_that_prevent_destroy_stopped_and_one_with_target_are_told_to_be_partial()
    {
        var terraform = new TerraformDirectory(_directory.FullName);
        Write("main.tf", "module \"edge\" {\n  source = \"./edge\"\n}\nprovider \"aws\" {\n  region = \"eu-central-1\"\n}\n");
        Write("edge/main.tf", Module.Replace("GROUP", "eu-central-1", StringComparison.Ordinal));
        terraform.Run("init", "-input=false", "-no-color");
        terraform.Run("plan", "-input=false", "-no-color", "-target=module.edge.aws_eip.other", "-out=targeted");
        terraform.Run("plan", "-input=false", "-no-color", "-out=before");
        Write("terraform.tfstate", FabricatedState.Of(terraform.Run("show", "-json", "before")));
        Write("edge/main.tf", Module.Replace("GROUP", "eu-central-1-wl1-ber-wlz1", StringComparison.Ordinal));
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => terraform.Run("plan", "-input=false", "-no-color", "-refresh=false", "-out=errored"));

        var errored = Given.Review(terraform.Run("show", "-json", "errored"));
        var targeted = Given.Review(terraform.Run("show", "-json", "targeted"));

        Assert.Contains(errored.Findings, finding => finding is { Rule: "PLAN35", Attribute: "errored" });
        Assert.Contains(targeted.Findings, finding => finding is { Rule: "PLAN35", Attribute: "complete" });
    }

    private void Write(string file, string text)
    {
        var path = Path.Combine(_directory.FullName, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
