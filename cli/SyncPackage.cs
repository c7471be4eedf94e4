using Orchestrator.Cli.Output;
using Orchestrator.Cli.Packaging;
using Orchestrator.Modules.Functions;

namespace Orchestrator.Cli;

/// <summary>The sync function's zip as constructs take it.</summary>
internal static class SyncPackage
{
    /// <summary>The zip for an architecture. Where it is not native, that is said: on another machine the same sources may give another zip.</summary>
    /// <exception cref="Failure">It does not build.</exception>
    internal static FunctionPackage Of(FunctionArchitecture architecture)
    {
        var package = LambdaPackage.Get(architecture == FunctionArchitecture.Arm64 ? LambdaPackage.Arm64 : LambdaPackage.X64);
        if (!package.IsNative)
        {
            Terminal.Warning($"the sync function for {package.Runtime} is {package.Compilation}");
        }
        return new FunctionPackage(package.Path, package.Sha256) { Architecture = architecture };
    }
}
