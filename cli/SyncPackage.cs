using Orchestrator.Cli.Packaging;
using Orchestrator.Modules.Functions;

namespace Orchestrator.Cli;

/// <summary>The sync function's zip as constructs take it.</summary>
internal static class SyncPackage
{
    /// <summary>The zip for an architecture.</summary>
    /// <exception cref="Failure">It does not build.</exception>
    internal static FunctionPackage Of(FunctionArchitecture architecture)
    {
        var package = LambdaPackage.Get(architecture == FunctionArchitecture.Arm64 ? "linux-arm64" : LambdaPackage.DefaultRuntime);
        return new FunctionPackage(package.Path, package.Sha256);
    }
}
