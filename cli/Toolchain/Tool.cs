using System.Text.RegularExpressions;

namespace Orchestrator.Cli.Toolchain;

/// <summary>A program that something here starts.</summary>
/// <param name="Command">What it is called on the PATH.</param>
/// <param name="VersionArgument">What makes it tell its version.</param>
/// <param name="Minimum">The oldest version that will do.</param>
/// <param name="Purpose">What needs it.</param>
/// <param name="Source">How to get it.</param>
internal sealed partial record Tool(string Command, string VersionArgument, Version Minimum, string Purpose, string Source)
{
    internal static readonly Tool Dotnet = new("dotnet", "--version", new(10, 0), "everything", "https://dotnet.microsoft.com/download");
    internal static readonly Tool Node = new("node", "--version", new(20, 9), "making the C# bindings, C# programs, synth --engine node and cdktf's own commands", "https://nodejs.org");
    internal static readonly Tool Npm = new("npm", "--version", new(9, 0), "making the C# bindings", "https://nodejs.org, which brings it");
    internal static readonly Tool Terraform = new("terraform", "version", new(1, 10), "what runs Terraform, and its tests", "https://developer.hashicorp.com/terraform/install");

    /// <summary>The installed version, or null where there is none.</summary>
    internal Version? Installed() =>
        ProgramOutput.Of(Command, [VersionArgument]) is { } output && VersionNumber().Match(output.Text) is { Success: true } match ? Version.Parse(match.Value) : null;

    [GeneratedRegex(@"\d+\.\d+(\.\d+)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VersionNumber();
}
