using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Orchestrator.Cli.Toolchain;

/// <summary>This program as .NET's runtime runs it: what CDKTF's bindings need, who talk to node. As machine code it hands such a command over.</summary>
internal static class ManagedProgram
{
    /// <summary>Its assembly in this checkout.</summary>
    internal static string Assembly => Checkout.PathOf("artifacts", "bin", "Orchestrator", "release", "orchestrator.dll");

    /// <summary>Goes on where this is the one that the runtime runs.</summary>
    /// <exception cref="NeededException">It is not.</exception>
    internal static void Require()
    {
        if (!RuntimeFeature.IsDynamicCodeSupported)
        {
            throw new NeededException();
        }
    }

    /// <summary>Runs a command from its beginning, with this process's input and output.</summary>
    /// <returns>Its exit code.</returns>
    internal static int Run(IReadOnlyList<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Assembly, .. arguments]) { UseShellExecute = false })!;
        process.WaitForExit();
        return process.ExitCode;
    }

    /// <summary>The command has to begin again, in the program that the runtime runs.</summary>
    internal sealed class NeededException : Exception;
}
