using System.IO.Compression;
using Orchestrator.Cli.Packaging;

namespace Orchestrator.Lambda.Tests.Process;

/// <summary>The zip, built if it is not, and unpacked as the Lambda service does.</summary>
public sealed class PackageFixture : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("static-ip-sync-");

    public PackageFixture()
    {
        Package = LambdaPackage.Get();
        ZipFile.ExtractToDirectory(Package.Path, _directory.FullName);
    }

    internal LambdaPackage Package { get; }

    internal string Bootstrap => Path.Combine(_directory.FullName, "bootstrap");

    public void Dispose() => _directory.Delete(recursive: true);
}
