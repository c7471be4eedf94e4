using System.Security.Cryptography;

namespace Orchestrator.Modules.Functions;

/// <summary>The zip of a Lambda function.</summary>
/// <param name="Path">Where it is, as an absolute path. The stack gets a copy.</param>
/// <param name="Sha256">The hash of its bytes as Lambda and Terraform write it, in base 64.</param>
public sealed record FunctionPackage(string Path, string Sha256)
{
    /// <summary>The package of a file.</summary>
    /// <param name="path">The zip.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static FunctionPackage FromFile(string path)
    {
        using var zip = File.OpenRead(path);
        return new FunctionPackage(System.IO.Path.GetFullPath(path), Convert.ToBase64String(SHA256.HashData(zip)));
    }
}
