using System.Globalization;
using System.Security.Cryptography;
using Orchestrator.Cli.Toolchain;

namespace Orchestrator.Cli.Packaging;

/// <summary>The sync Lambda's zip: what is deployed.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Sha256">Its hash as Lambda and Terraform write it, in base 64.</param>
/// <param name="Runtime">What it runs on: linux-x64 or linux-arm64.</param>
internal sealed record LambdaPackage(string Path, string Sha256, string Runtime)
{
    /// <summary>What Lambda calls x86_64.</summary>
    internal const string DefaultRuntime = "linux-x64";

    private const string FileName = "static-ip-sync.zip";

    /// <summary>Its size in bytes.</summary>
    internal long Size => new FileInfo(Path).Length;

    /// <summary>The zip for a runtime. It is built where there is none of these sources, this SDK and these packages yet.</summary>
    /// <param name="runtime">linux-x64, or linux-arm64 where the package registry has its runtime pack.</param>
    /// <exception cref="Failure">It does not build.</exception>
    internal static LambdaPackage Get(string runtime = DefaultRuntime)
    {
        var directory = Directory.CreateDirectory(Checkout.PathOf("artifacts", "lambda", runtime)).FullName;
        var zip = System.IO.Path.Combine(directory, FileName);
        var marker = System.IO.Path.Combine(directory, "inputs");
        using var buildLock = BuildLock.Take(System.IO.Path.Combine(directory, "lock"));
        var inputs = PackageInputs.Hash(Checkout.Root, runtime);
        if (!File.Exists(zip) || !File.Exists(marker) || File.ReadAllText(marker) != inputs)
        {
            File.Delete(marker);
            PackageBuild.Run(Checkout.Root, runtime, System.IO.Path.Combine(directory, "build"), zip);
            File.WriteAllText(marker, inputs);
        }
        return new LambdaPackage(zip, Convert.ToBase64String(SHA256.HashData(File.ReadAllBytes(zip))), runtime);
    }

    /// <summary>For people.</summary>
    internal string Text() => string.Create(CultureInfo.InvariantCulture, $"{Path}\n{Runtime}, {Size / 1e6:0.0} MB, sha256 {Sha256}");
}
