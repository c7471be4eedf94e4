namespace Orchestrator.Setup.Tests;

/// <summary>What dotnet restore does for the different states of a package registry; NuGet's own words.</summary>
internal static class RegistryAnswers
{
    internal const string OldVersionOnly = """
        probe=$PWD/artifacts/setup/probe
        echo "$probe/Verify.Xunit/Verify.Xunit.csproj : error NU1102: Unable to find package Verify.Xunit with version (>= 31.12.5) [$probe/probe.slnx]"
        echo "$probe/Verify.Xunit/Verify.Xunit.csproj : error NU1102:   - Found 2 version(s) in somewhere [ Nearest version: 19.6.0 ] [$probe/probe.slnx]"
        exit 1
        """;

    internal const string OldVersionOnlyAndBroken = """
        echo "$PWD/artifacts/setup/probe/probe.slnx : error MSB4068: The element <html> is unrecognized."

        """ + OldVersionOnly;

    internal const string WithoutDependency = """
        probe=$PWD/artifacts/setup/probe
        echo "$probe/Verify.Xunit/Verify.Xunit.csproj : error NU1101: Unable to find package Argon. No packages exist with this id in source(s): somewhere [$probe/probe.slnx]"
        exit 1
        """;

    internal const string WithoutCompiler = """
        probe=$PWD/artifacts/setup/probe
        echo "$probe/Crossgen/Crossgen.csproj : error NU1101: Unable to find package Microsoft.NETCore.App.Crossgen2.linux-x64. No packages exist with this id in source(s): somewhere [$probe/probe.slnx]"
        exit 1
        """;

    internal const string Down = """
        probe=$PWD/artifacts/setup/probe
        echo "$probe/Verify.Xunit/Verify.Xunit.csproj : error NU1301: Unable to load the service index for source https://registry.test/index.json. [$probe/probe.slnx]"
        echo "$probe/Verify.Xunit/Verify.Xunit.csproj : error NU1301:   Connection refused (registry.test:443) [$probe/probe.slnx]"
        exit 1
        """;

    internal const string Unmapped = """
        probe=$PWD/artifacts/setup/probe
        echo "$probe/Verify.Xunit/Verify.Xunit.csproj : error NU1100: Unable to resolve 'Verify.Xunit (>= 31.12.5)' for 'net10.0'. [$probe/probe.slnx]"
        exit 1
        """;
}
