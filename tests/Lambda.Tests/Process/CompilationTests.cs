using System.Text.Json.Nodes;
using Orchestrator.Cli.Packaging;
using Orchestrator.Lambda.Tests.Network;

namespace Orchestrator.Lambda.Tests.Process;

/// <summary>What each way of compiling gives, for each architecture: executables that run where Lambda runs them.</summary>
public sealed class CompilationTests(OwnPackage own, ReadyToRunPackage readyToRun, Arm64Package arm64) : IClassFixture<OwnPackage>, IClassFixture<ReadyToRunPackage>, IClassFixture<Arm64Package>
{
    // Without a limit the collector reserves 256 GB.
    private const double MostReservedMegabytes = 8 * 1024;

    [Arm64Fact]
    public async Task The_zip_for_arm64_answers_a_cold_start_and_warm_ones()
    {
        await using var service = new LambdaService();
        await AnswersAsync(service, environment => Arm64.Start(arm64.Bootstrap, environment));
    }

    [Fact]
    public async Task ReadyToRun_code_answers_a_cold_start_and_warm_ones()
    {
        await using var service = new LambdaService();
        await AnswersAsync(service, environment => new FunctionProcess(readyToRun.Bootstrap, environment));
    }

    [Fact]
    public async Task The_collector_has_the_limit_of_the_heap()
    {
        await using var service = new LambdaService();
        await AnswersAsync(service, environment => new FunctionProcess(own.Bootstrap, environment), function => Assert.InRange(function.ReservedMegabytes, 1, MostReservedMegabytes));
    }

    [Fact]
    public void Nothing_asks_for_a_newer_c_library_than_that_of_amazon_linux_2023()
    {
        foreach (var package in new PackageFixture[] { own, readyToRun, arm64 })
        {
            var executables = Directory.EnumerateFiles(package.Folder).Select(ElfFile.Read).OfType<ElfFile>().ToList();

            Assert.NotEmpty(executables);
            Assert.NotNull(ElfFile.Read(package.Bootstrap)!.NewestGlibc);
            Assert.All(executables, executable => Assert.True(executable.NewestGlibc is null || executable.NewestGlibc <= PackageBuild.Glibc, $"{package.Package.Runtime}: {executable.NewestGlibc}"));
        }
    }

    [Fact]
    public void A_native_zip_is_the_executable_alone()
    {
        Assert.All(
            new PackageFixture[] { own, arm64 }.Where(package => package.Package.IsNative),
            package => Assert.Equal(["bootstrap"], Directory.EnumerateFiles(package.Folder).Select(Path.GetFileName)));
    }

    private static async Task AnswersAsync(LambdaService service, Func<IReadOnlyDictionary<string, string>, FunctionProcess> start, Action<FunctionProcess>? look = null)
    {
        await using var dns = new DnsServer(new Zone(Resolving.Addresses(3)).Answer);
        await using var aws = new AwsServer { NewState = "healthy" };
        var environment = FunctionProcess.Environment(dns, aws);
        environment["AWS_LAMBDA_RUNTIME_API"] = service.Authority;
        await using var function = start(environment);

        Assert.Equal("changed", Result(await service.InvokeAsync()));
        Assert.Equal("unchanged", Result(await service.InvokeAsync()));

        Assert.Equal(3, aws.Targets.Count);
        Assert.Empty(aws.BadSignatures);
        look?.Invoke(function);
    }

    private static string Result((bool IsError, JsonNode Content) answer)
    {
        Assert.False(answer.IsError, answer.Content.ToJsonString());
        return (string)answer.Content["runs"]![0]!["result"]!;
    }
}
