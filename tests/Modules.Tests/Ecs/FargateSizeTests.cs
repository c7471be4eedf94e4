using FsCheck.Fluent;
using Orchestrator.Modules.Ecs.TaskDefinitions;

namespace Orchestrator.Modules.Tests.Ecs;

/// <summary>The sizes of Fargate tasks, against the table in AWS's guide, written out once more.</summary>
public sealed class FargateSizeTests
{
    /// <summary>The rows of the guide: CPU units, and the memory that goes with them in GiB.</summary>
    private static readonly Dictionary<int, double[]> Guide = new()
    {
        [256] = [0.5, 1, 2],
        [512] = [1, 2, 3, 4],
        [1024] = [2, 3, 4, 5, 6, 7, 8],
        [2048] = [4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16],
        [4096] = [8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30],
        [8192] = [16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60],
        [16384] = [32, 40, 48, 56, 64, 72, 80, 88, 96, 104, 112, 120],
        [32768] = [60, 120, 244],
    };

    private static readonly HashSet<(int Cpu, int MemoryMiB)> Legal = [.. Guide.SelectMany(row => row.Value.Select(memory => (row.Key, (int)(memory * 1024))))];

    [Fact]
    public void Every_size_of_the_guide_is_accepted() => Assert.All(Legal, size => Assert.Equal(new FargateSize(size.Cpu, size.MemoryMiB), Of(size.Cpu, size.MemoryMiB)));

    [Fact]
    public void Every_neighbour_of_a_size_that_is_no_size_is_refused()
    {
        var neighbours = Legal.SelectMany(size => new[]
        {
            (size.Cpu, size.MemoryMiB - 1), (size.Cpu, size.MemoryMiB + 1), (size.Cpu, size.MemoryMiB - 512), (size.Cpu, size.MemoryMiB + 512), (size.Cpu, size.MemoryMiB - 1024), (size.Cpu, size.MemoryMiB + 1024),
            (size.Cpu - 1, size.MemoryMiB), (size.Cpu + 1, size.MemoryMiB), (size.Cpu / 2, size.MemoryMiB), (size.Cpu * 2, size.MemoryMiB), (0, size.MemoryMiB), (size.Cpu, 0),
        }).Except(Legal).ToList();

        Assert.NotEmpty(neighbours);
        Assert.All(neighbours, size => Assert.Null(Of(size.Item1, size.Item2)));
    }

    [Fact]
    public void The_size_that_is_chosen_holds_the_containers_and_no_cheaper_one_does() => Prop.ForAll(
        Gen.Choose(0, 34_000).Zip(Gen.Choose(0, 260_000)).ToArbitrary(),
        needs =>
        {
            var (cpu, memory) = needs;
            var chosen = FargateSize.Of(Task(null, null, cpu, memory));
            var holding = Legal.Where(size => size.Cpu >= cpu && size.MemoryMiB >= memory).ToList();
            return chosen is { } size ? holding.Contains((size.Cpu, size.MemoryMiB)) && holding.All(other => Price(size.Cpu, size.MemoryMiB) <= Price(other.Cpu, other.MemoryMiB)) : holding.Count == 0;
        }).Hold(cases: 1000);

    [Fact]
    public void A_task_that_asks_for_nothing_gets_the_smallest_size() => Assert.Equal(new FargateSize(256, 512), FargateSize.Of(Task(null, null, 0, 6)));

    [Fact]
    public void What_is_given_of_the_size_stays() => Assert.Equal(new FargateSize(1024, 4096), FargateSize.Of(Task(1024, null, 300, 4000)));

    [Fact]
    public void Windows_gets_one_of_the_sizes_that_it_can_have() =>
        Assert.Equal(new FargateSize(1024, 2048), FargateSize.Of(Task(null, null, 0, 6) with { OperatingSystemFamily = OperatingSystemFamily.WindowsServer2022Core }));

    [Fact]
    public void A_size_that_only_terraform_knows_is_not_judged() =>
        Assert.Null(FargateSize.Of(Task(256, 512, 0, 6) with { Cpu = Values.Expression.Of("var.cpu") }));

    private static FargateSize? Of(int cpu, int memoryMiB) => FargateSize.Of(Task(cpu, memoryMiB, 0, 6));

    private static TaskDefinitionProps Task(int? cpu, int? memoryMiB, int containerCpu, int containerMemoryMiB) => new()
    {
        Region = "eu-central-1",
        Cpu = cpu is { } units ? units : null,
        MemoryMiB = memoryMiB is { } size ? size : null,
        Containers = new Dictionary<string, ContainerProps> { ["app"] = new() { Image = "httpd:2.4", Cpu = containerCpu, MemoryMiB = containerMemoryMiB } },
    };

    /// <summary>Fargate's price by the hour for Linux in us-east-1, in hundred-thousandths of a dollar.</summary>
    private static long Price(int cpu, int memoryMiB) => (cpu * 4048L) + (memoryMiB * 444L);
}
