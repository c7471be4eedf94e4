namespace Orchestrator.Cli.Packaging;

/// <summary>How the function is compiled.</summary>
/// <param name="Toolchain">What compiles and links it natively; null where it is compiled as ReadyToRun code, with the runtime beside it.</param>
/// <param name="Reason">Why it is not native; empty where it is.</param>
internal sealed record Compilation(NativeToolchain? Toolchain, string Reason)
{
    /// <summary>Makes a package that is not native a failure.</summary>
    internal const string RequireNative = "REQUIRE_AOT";

    /// <summary>Whether it is native.</summary>
    internal bool IsNative => Toolchain is not null;

    /// <summary>For people.</summary>
    internal string Text => Toolchain is { } tools ? $"native, by {tools.Versions}" : $"ReadyToRun, not native: {Reason}";

    /// <summary>Compiles as ReadyToRun code.</summary>
    internal static Compilation ReadyToRun(string reason) => new(null, reason);

    /// <summary>What this machine has for a runtime.</summary>
    internal static Compilation Find(string runtime) => NativeToolchain.Find(runtime) is var (tools, problem) && tools is not null ? new(tools, "") : ReadyToRun(problem);
}
