using System.IO.Compression;
using Orchestrator.Cli.Packaging;

namespace Orchestrator.Lambda.Tests.Process;

/// <summary>A zip, built if it is not, and unpacked as the Lambda service does.</summary>
public abstract class PackageFixture : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("static-ip-sync-");

    private protected PackageFixture(LambdaPackage package)
    {
        Package = package;
        ZipFile.ExtractToDirectory(Package.Path, Folder);
    }

    internal LambdaPackage Package { get; }

    internal string Folder => _directory.FullName;

    internal string Bootstrap => Path.Combine(Folder, "bootstrap");

    public void Dispose()
    {
        _directory.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }
}

/// <summary>The zip for this machine, as it is deployed.</summary>
public sealed class OwnPackage() : PackageFixture(LambdaPackage.Get(LambdaPackage.OwnRuntime));

/// <summary>The same as ReadyToRun code, as where clang is missing.</summary>
public sealed class ReadyToRunPackage() : PackageFixture(LambdaPackage.GetReadyToRun(LambdaPackage.OwnRuntime));

/// <summary>The zip for arm64.</summary>
public sealed class Arm64Package() : PackageFixture(LambdaPackage.Get(LambdaPackage.Arm64));
