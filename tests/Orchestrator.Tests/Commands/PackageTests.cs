namespace Orchestrator.Tests.Commands;

/// <summary>The package where it cannot be what is asked for.</summary>
public sealed class PackageTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Without_clang_a_native_package_that_is_required_fails_before_anything_is_built()
    {
        var result = _scratch.RunWith([("PATH", _scratch.Root), ("REQUIRE_AOT", "1")], "package");

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("error: REQUIRE_AOT is 1, and the sync function for linux-arm64 would be ReadyToRun, not native: clang is not installed (on Debian: apt-get install clang ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_compiler_that_cannot_link_for_the_architecture_is_none()
    {
        var tool = _scratch.PathOf("clang");
        File.WriteAllText(tool, "#!/bin/sh\n[ \"$1\" = --version ] && echo 'clang version 19' || exit 1\n");
        Processes.Run("chmod", ["+x", tool], _scratch.Root);

        var result = _scratch.RunWith([("PATH", _scratch.Root), ("REQUIRE_AOT", "1")], "package", "--runtime", "linux-x64");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("would be ReadyToRun, not native: clang cannot link for linux-x64 (on Debian: apt-get install clang ", result.Error, StringComparison.Ordinal);
    }
}
