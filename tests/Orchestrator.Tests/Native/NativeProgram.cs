namespace Orchestrator.Tests.Native;

/// <summary>The program as machine code, made of this checkout.</summary>
public sealed class NativeProgram
{
    public NativeProgram()
    {
        using var scratch = new Scratch();
        Assert.Equal(new ProcessResult(0, "set up\n", ""), scratch.Run("setup", "--native"));
    }

    internal static string Executable { get; } = Repository.PathOf("artifacts", "bin", "Orchestrator", "native", "orchestrator");
}
