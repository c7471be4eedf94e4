namespace Orchestrator.Tests.Native;

/// <summary>The program as machine code, made of this checkout.</summary>
public sealed class NativeProgram
{
    public NativeProgram()
    {
        using var scratch = new Scratch();
        var result = scratch.Run("setup", "--native");
        Assert.True(result.ExitCode == 0, result.Error);
    }

    internal static string Executable { get; } = Repository.PathOf("artifacts", "bin", "Orchestrator", "native", "orchestrator");
}
