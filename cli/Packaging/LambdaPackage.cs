using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Orchestrator.Cli.Toolchain;

namespace Orchestrator.Cli.Packaging;

/// <summary>The sync Lambda's zip: what is deployed.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Sha256">Its hash as Lambda and Terraform write it, in base 64.</param>
/// <param name="Runtime">What it runs on: linux-x64 or linux-arm64.</param>
/// <param name="Compilation">How it has been compiled, for people.</param>
internal sealed record LambdaPackage(string Path, string Sha256, string Runtime, string Compilation)
{
    /// <summary>What functions run on unless set.</summary>
    internal const string DefaultRuntime = Arm64;

    /// <summary>What Lambda calls arm64.</summary>
    internal const string Arm64 = "linux-arm64";

    /// <summary>What Lambda calls x86_64.</summary>
    internal const string X64 = "linux-x64";

    private const string FileName = "static-ip-sync.zip";

    // What the zip is made from, and in the lines after it, how.
    private const string Marker = "inputs";

    // In a package of this program.
    private const string InstalledFolder = "sync";

    /// <summary>What this machine runs.</summary>
    internal static string OwnRuntime => RuntimeInformation.OSArchitecture == Architecture.Arm64 ? Arm64 : X64;

    /// <summary>Its size in bytes.</summary>
    internal long Size => new FileInfo(Path).Length;

    /// <summary>Whether it is compiled natively.</summary>
    internal bool IsNative => Compilation.StartsWith("native", StringComparison.Ordinal);

    /// <summary>The zip for a runtime: the one that is installed with this program; in a checkout it is built where there is none of these sources, this SDK, these packages and this linker yet.</summary>
    /// <param name="runtime">linux-x64 or linux-arm64.</param>
    /// <exception cref="Failure">It does not build; or REQUIRE_AOT is 1, and it cannot be native.</exception>
    internal static LambdaPackage Get(string runtime)
    {
        if (!Checkout.IsHere)
        {
            return Read(System.IO.Path.Combine(AppContext.BaseDirectory, InstalledFolder, runtime), runtime);
        }
        var wanted = Packaging.Compilation.Find(runtime);
        Require(wanted.IsNative, runtime, wanted.Text);
        var package = Get(runtime, runtime, wanted);
        Require(package.IsNative, runtime, package.Compilation);
        return package;
    }

    /// <summary>The same as ReadyToRun code, to compare with.</summary>
    internal static LambdaPackage GetReadyToRun(string runtime) => Get(runtime, $"{runtime}-ready-to-run", Packaging.Compilation.ReadyToRun("to compare with"));

    /// <summary>For people.</summary>
    internal string Text() => string.Create(CultureInfo.InvariantCulture, $"{Path}\n{Runtime}, {Size / 1e6:0.0} MB, sha256 {Sha256}\n{Compilation}");

    private static void Require(bool isNative, string runtime, string compilation)
    {
        if (!isNative && Environment.GetEnvironmentVariable(Packaging.Compilation.RequireNative) == "1")
        {
            throw new Failure($"{Packaging.Compilation.RequireNative} is 1, and the sync function for {runtime} would be {compilation}");
        }
    }

    private static LambdaPackage Get(string runtime, string name, Compilation wanted)
    {
        var directory = Directory.CreateDirectory(Checkout.PathOf("artifacts", "lambda", name)).FullName;
        var zip = System.IO.Path.Combine(directory, FileName);
        var marker = System.IO.Path.Combine(directory, Marker);
        using var buildLock = BuildLock.Take(System.IO.Path.Combine(directory, "lock"));
        var inputs = PackageInputs.Hash(Checkout.Root, runtime, wanted);
        if (!File.Exists(zip) || !File.Exists(marker) || File.ReadLines(marker).FirstOrDefault() != inputs)
        {
            File.Delete(marker);
            var compilation = PackageBuild.Run(Checkout.Root, runtime, wanted, System.IO.Path.Combine(directory, "build"), zip);
            File.WriteAllText(marker, $"{inputs}\n{compilation.Text}");
        }
        return Read(directory, runtime);
    }

    private static LambdaPackage Read(string directory, string runtime)
    {
        var zip = System.IO.Path.Combine(directory, FileName);
        var text = string.Join('\n', File.ReadLines(System.IO.Path.Combine(directory, Marker)).Skip(1));
        return new LambdaPackage(zip, Convert.ToBase64String(SHA256.HashData(File.ReadAllBytes(zip))), runtime, text);
    }
}
