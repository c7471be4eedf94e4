using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.TaskDefinitions;

/// <summary>The sizes that a Fargate task can have.</summary>
/// <param name="Cpu">CPU units; 1024 are one vCPU.</param>
/// <param name="MemoryMiB">Memory, in MiB.</param>
internal readonly record struct FargateSize(int Cpu, int MemoryMiB)
{
    private const int GiB = 1024;

    /// <summary>What a vCPU costs against a GiB; the proportion is the same in every region, for Intel and for Graviton.</summary>
    private const double VcpuPrice = 9.1;

    /// <summary>The memory that each number of CPU units can have, in MiB.</summary>
    internal static readonly IReadOnlyDictionary<int, IReadOnlyList<int>> Table = new SortedDictionary<int, IReadOnlyList<int>>
    {
        [256] = [512, 1 * GiB, 2 * GiB],
        [512] = Steps(1, 4, 1),
        [1024] = Steps(2, 8, 1),
        [2048] = Steps(4, 16, 1),
        [4096] = Steps(8, 30, 1),
        [8192] = Steps(16, 60, 4),
        [16384] = Steps(32, 120, 8),
        [32768] = [60 * GiB, 120 * GiB, 244 * GiB],
    };

    private static readonly IReadOnlyList<FargateSize> ByPrice =
        [.. Table.SelectMany(row => row.Value.Select(memory => new FargateSize(row.Key, memory))).OrderBy(size => size.Price).ThenBy(size => size.Cpu)];

    private double Price => (Cpu / 1024.0 * VcpuPrice) + (MemoryMiB / (double)GiB);

    /// <summary>
    /// The size of a task, what is not given chosen as the cheapest that holds its containers; null where there is none, or where what is
    /// given is no literal.
    /// </summary>
    internal static FargateSize? Of(TaskDefinitionProps task)
    {
        if (task.Cpu is { IsLiteral: false } || task.MemoryMiB is { IsLiteral: false })
        {
            return null;
        }
        var cpu = task.Cpu.IsLiteral(out var givenCpu) ? givenCpu : Sum(task, container => container.Cpu);
        var memory = task.MemoryMiB.IsLiteral(out var givenMemory) ? givenMemory : Sum(task, container => container.MemoryMiB ?? container.MemoryReservationMiB);
        foreach (var size in ByPrice)
        {
            if ((task.Cpu is null ? size.Cpu >= cpu : size.Cpu == cpu)
                && (task.MemoryMiB is null ? size.MemoryMiB >= memory : size.MemoryMiB == memory)
                && (!task.IsWindows || size.Cpu is 1024 or 2048 or 4096))
            {
                return size;
            }
        }
        return null;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Cpu} CPU units, {MemoryMiB} MiB";

    /// <summary>What the containers ask for together, as far as it is known.</summary>
    internal static int Sum(TaskDefinitionProps task, Func<ContainerProps, Value<int>?> amount) =>
        task.Containers.Values.Sum(container => amount(container).IsLiteral(out var units) ? units : 0);

    private static int[] Steps(int from, int to, int step) => [.. Enumerable.Range(0, ((to - from) / step) + 1).Select(index => (from + (index * step)) * GiB)];
}
