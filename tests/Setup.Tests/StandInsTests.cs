namespace Orchestrator.Setup.Tests;

public sealed class StandInsTests : IDisposable
{
    private static readonly string[] All = [.. Directory.GetDirectories(Repository.PathOf("standins")).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    private const string InUse = "<StandInsInUse>Verify.Xunit</StandInsInUse>";
    private const string NoneInUse = "<StandInsInUse></StandInsInUse>";

    private readonly Checkout _checkout = new();

    public void Dispose() => _checkout.Dispose();

    [Fact]
    public async Task A_registry_that_has_everything_needs_none()
    {
        await _checkout.RunAsync();

        Assert.Contains(NoneInUse, _checkout.StandIns);
    }

    [Theory]
    [InlineData(RegistryAnswers.OldVersionOnly)]
    [InlineData(RegistryAnswers.WithoutDependency)]
    public async Task A_package_that_cannot_be_had_whole_is_stood_in_for(string answer)
    {
        _checkout.Tools.Instead("dotnet restore", answer);

        var result = await _checkout.RunAsync();

        Assert.Equal(0, result.ExitCode);
        Assert.Contains(InUse, _checkout.StandIns);
    }

    [Fact]
    public async Task Of_several_packages_only_those_that_are_lacking_are_stood_in_for()
    {
        _checkout.Write("standins/Another.Package/Another.Package.csproj", "<Project />");
        _checkout.Tools.Instead("dotnet restore", RegistryAnswers.OldVersionOnly);

        await _checkout.RunAsync();

        Assert.Contains(InUse, _checkout.StandIns);
    }

    [Theory]
    [InlineData("standins/Another.Package/Another.Package.csproj")]
    [InlineData("Directory.Packages.props")]
    public async Task The_registry_is_asked_again_for_other_packages_or_versions(string file)
    {
        await _checkout.RunAsync();
        _checkout.Write(file, "<Project />");

        var result = await _checkout.RunAsync();

        Assert.Contains("dotnet restore", result.Calls);
    }

    [Fact]
    public async Task The_program_is_compiled_ahead_where_the_registry_has_the_compiler()
    {
        await _checkout.RunAsync();

        Assert.Contains("<CrossgenInUse>true</CrossgenInUse>", _checkout.StandIns, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_not_where_the_registry_lacks_it()
    {
        _checkout.Tools.Instead("dotnet restore", RegistryAnswers.WithoutCompiler);

        var result = await _checkout.RunAsync();

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("<CrossgenInUse>false</CrossgenInUse>", _checkout.StandIns, StringComparison.Ordinal);
        Assert.Contains(NoneInUse, _checkout.StandIns, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_are_taken_without_asking()
    {
        _checkout.Environment["STANDINS"] = "all";

        var result = await _checkout.RunAsync();

        Assert.DoesNotContain("dotnet restore", result.Calls);
        Assert.Equal(All, InUseNow());
    }

    [Fact]
    public async Task None_are_taken_where_the_registry_has_everything()
    {
        _checkout.Environment["STANDINS"] = "none";

        var result = await _checkout.RunAsync();

        Assert.Equal(0, result.ExitCode);
        Assert.Contains(NoneInUse, _checkout.StandIns);
    }

    [Fact]
    public async Task None_is_refused_where_the_registry_lacks_one()
    {
        _checkout.Environment["STANDINS"] = "none";
        _checkout.Tools.Instead("dotnet restore", RegistryAnswers.WithoutDependency);

        var result = await _checkout.RunAsync();

        Assert.Equal(1, result.ExitCode);
        Assert.Equal("error: STANDINS=none, but the package registry lacks Verify.Xunit 31.12.5: add a source that has it, or use STANDINS=auto", Assert.Single(result.Errors, line => line.StartsWith("error", StringComparison.Ordinal)));
        Assert.DoesNotContain("dotnet build", result.Calls);
    }

    [Fact]
    public async Task A_refusal_leaves_what_was_set_up_before()
    {
        _checkout.Tools.Instead("dotnet restore", RegistryAnswers.OldVersionOnly);
        await _checkout.RunAsync();
        _checkout.Environment["STANDINS"] = "none";
        await _checkout.RunAsync();
        _checkout.Environment["STANDINS"] = "auto";

        var result = await _checkout.RunAsync();

        Assert.Equal(["program"], result.Calls);
        Assert.Contains(InUse, _checkout.StandIns);
    }

    [Fact]
    public async Task Another_choice_sets_up_again()
    {
        await _checkout.RunAsync();
        _checkout.Environment["STANDINS"] = "all";

        var result = await _checkout.RunAsync();

        Assert.Contains("dotnet build", result.Calls);
        Assert.Equal(All, InUseNow());
    }

    [Fact]
    public async Task A_choice_whose_build_failed_does_not_pass_for_the_one_before()
    {
        await _checkout.RunAsync();
        _checkout.Environment["STANDINS"] = "all";
        _checkout.Tools.Instead("dotnet build", "exit 1");
        await _checkout.RunAsync();
        _checkout.Environment["STANDINS"] = "auto";
        _checkout.Tools.AsUsual("dotnet build");

        await _checkout.RunAsync();

        Assert.Contains(NoneInUse, _checkout.StandIns);
    }

    [Fact]
    public async Task Any_other_choice_is_refused()
    {
        _checkout.Environment["STANDINS"] = "some";

        var result = await _checkout.RunAsync();

        Assert.Equal(1, result.ExitCode);
        Assert.Equal(["error: STANDINS is \"some\": it must be auto (for what the package registry lacks), all or none"], result.Errors);
    }

    [Fact]
    public async Task A_registry_that_is_down_is_told_in_one_line()
    {
        _checkout.Tools.Instead("dotnet restore", RegistryAnswers.Down);

        var result = await _checkout.RunAsync();

        Assert.Equal(1, result.ExitCode);
        Assert.Equal(
            [
                "setup: asking the package registry",
                "error: the package registry did not answer: NU1301: Unable to load the service index for source https://registry.test/index.json; check the network and the sources in NuGet.config; the next start tries again",
            ],
            result.Errors.TakeLast(2));
    }

    [Fact]
    public async Task A_registry_that_is_down_leaves_the_choice_as_it_was()
    {
        _checkout.Environment["STANDINS"] = "all";
        await _checkout.RunAsync();
        _checkout.Environment["STANDINS"] = "auto";
        _checkout.Tools.Instead("dotnet restore", RegistryAnswers.Down);

        await _checkout.RunAsync();

        Assert.Equal(All, InUseNow());
    }

    [Theory]
    [InlineData(RegistryAnswers.Unmapped, "NU1100: Unable to resolve 'Verify.Xunit (>= 31.12.5)' for 'net10.0'")]
    [InlineData(RegistryAnswers.OldVersionOnlyAndBroken, "MSB4068: The element <html> is unrecognized")]
    [InlineData("echo 'no such command'; exit 1", "no such command")]
    public async Task Any_other_failure_is_not_taken_for_an_answer(string answer, string reason)
    {
        _checkout.Tools.Instead("dotnet restore", answer);

        var result = await _checkout.RunAsync();

        Assert.Equal(1, result.ExitCode);
        Assert.Equal($"error: the package registry did not answer: {reason}; check the network and the sources in NuGet.config; the next start tries again", result.Errors[^1]);
    }

    private string[] InUseNow() =>
        [.. _checkout.StandIns.Split("<StandInsInUse>")[1].Split("</StandInsInUse>")[0].Split(';').Order(StringComparer.Ordinal)];
}
