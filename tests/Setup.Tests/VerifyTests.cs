using System.Diagnostics;
using System.Text.Json;

namespace Orchestrator.Setup.Tests;

/// <summary>Packages are what they were when somebody listed them.</summary>
public sealed class VerifyTests : IDisposable
{
    private const string Record = """
        {
          "version": 3,
          "targets": {
            "net10.0": {
              "YamlDotNet/16.3.0": {
                "type": "package"
              }
            }
          },
          "libraries": {
            "NodaTime/3.3.7": {
              "sha512": "bm9kYQ==",
              "type": "package",
              "files": [
                "lib/NodaTime.dll"
              ]
            },
            "YamlDotNet/16.3.0": {
              "sha512": "eWFtbA==",
              "type": "package"
            },
            "Orchestrator.Text/0.1.0": {
              "type": "project",
              "path": "../text/Orchestrator.Text.csproj"
            }
          }
        }
        """;

    private readonly Checkout _checkout = new();

    public VerifyTests() => _checkout.Write("artifacts/obj/Orchestrator/project.assets.json", Record);

    public void Dispose() => _checkout.Dispose();

    [Fact]
    public async Task What_is_as_it_was_passes()
    {
        _checkout.Write("setup/packages.sha512", "NodaTime 3.3.7 bm9kYQ==\nYamlDotNet 16.3.0 eWFtbA==\nLeft 1.0.0 bGVmdA==\n");

        var result = await VerifyAsync(_checkout.Root);

        Assert.Equal((0, 0), (result.ExitCode, result.Output.Count));
    }

    [Fact]
    public async Task Other_content_of_the_same_version_ends_the_build()
    {
        _checkout.Write("setup/packages.sha512", "NodaTime 3.3.7 bm9kYQ==\nYamlDotNet 16.3.0 b3RoZXI=\n");

        var result = await VerifyAsync(_checkout.Root);

        Assert.Equal(1, result.ExitCode);
        Assert.Equal(["setup/packages.sha512 : error PACKAGE: YamlDotNet 16.3.0 has other content than it is known by: got SHA-512 eWFtbA==; find out who changed it"], result.Output);
    }

    [Fact]
    public async Task What_is_not_listed_is_told_and_can_be_listed()
    {
        _checkout.Write("setup/packages.sha512", "YamlDotNet 16.3.0 eWFtbA==\n");

        Assert.Equal(["setup: NodaTime 3.3.7 is not in setup/packages.sha512"], (await VerifyAsync(_checkout.Root)).Output);
        await VerifyAsync(_checkout.Root, "renew");

        Assert.Equal("NodaTime 3.3.7 bm9kYQ==\nYamlDotNet 16.3.0 eWFtbA==\n", _checkout.Read("setup/packages.sha512"));
    }

    /// <summary>Stands here since every other test has restored its packages by now.</summary>
    [Fact]
    public async Task The_packages_of_this_checkout_are_what_they_were() => Assert.Equal(0, (await VerifyAsync(Repository.Root)).ExitCode);

    [Fact]
    public void Npm_packages_of_the_lock_file_have_hashes_too()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("bindings", "package-lock.json")));

        Assert.All(document.RootElement.GetProperty("packages").EnumerateObject().Where(package => package.Name.Length > 0 && !package.Value.TryGetProperty("inBundle", out _)), package => Assert.StartsWith("sha512-", package.Value.GetProperty("integrity").GetString(), StringComparison.Ordinal));
    }

    /// <summary>cdktf's own command line, with its old packages, is installed by whoever uses it, and by nothing else.</summary>
    [Fact]
    public async Task Setup_installs_what_the_bindings_are_made_of_and_no_command_line_of_cdktf()
    {
        await _checkout.RunAsync();

        Assert.False(_checkout.Has("node_modules"));
        Assert.DoesNotContain("cdktf-cli", File.ReadAllText(Repository.PathOf("bindings", "package-lock.json")), StringComparison.Ordinal);
        Assert.All(["tmp", "glob", "validator"], old => Assert.DoesNotContain($"\"node_modules/{old}\"", File.ReadAllText(Repository.PathOf("bindings", "package-lock.json")), StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_it_is_made_of_is_written_by_one_command()
    {
        var result = await RunAsync(Repository.Root, "setup/sbom.sh");

        Assert.Equal((0, "written: artifacts/sbom/nuget.cdx.json, artifacts/sbom/npm.cdx.json"), (result.ExitCode, Assert.Single(result.Output)));
        Assert.Contains("YamlDotNet", Components("nuget"));
        Assert.Contains("cdktf", Components("npm"));
    }

    private static List<string> Components(string kind)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("artifacts", "sbom", $"{kind}.cdx.json")));
        Assert.Equal("CycloneDX", document.RootElement.GetProperty("bomFormat").GetString());
        return [.. document.RootElement.GetProperty("components").EnumerateArray().Select(component => component.GetProperty("name").GetString()!)];
    }

    private static Task<Result> VerifyAsync(string root, params string[] arguments) => RunAsync(root, ["setup/verify.sh", .. arguments]);

    private static async Task<Result> RunAsync(string root, params string[] arguments)
    {
        using var running = new Running(new ProcessStartInfo("sh", arguments) { WorkingDirectory = root }, () => []);
        return await running.EndAsync();
    }
}
