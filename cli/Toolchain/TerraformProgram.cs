using System.Globalization;
using System.Text.RegularExpressions;

namespace Orchestrator.Cli.Toolchain;

/// <summary>The Terraform or OpenTofu that plans and applies.</summary>
/// <param name="Command">What starts it.</param>
/// <param name="Product">What it says it is.</param>
/// <param name="Version">Its version.</param>
internal sealed partial record TerraformProgram(string Command, string Product, Version Version)
{
    /// <summary>The variable by which cdktf too is told what to start.</summary>
    internal const string Variable = "TERRAFORM_BINARY_NAME";

    /// <summary>Finds the program.</summary>
    /// <param name="named">What the command line names; null leaves it to TERRAFORM_BINARY_NAME, then to <c>terraform</c>.</param>
    /// <exception cref="Failure">There is none, it is something else, or it is too old.</exception>
    internal static TerraformProgram Find(string? named)
    {
        var command = named ?? (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } set ? set : Tool.Terraform.Command);
        // It runs in the directories of stacks.
        command = command.Contains(Path.DirectorySeparatorChar) ? Path.GetFullPath(command) : command;
        var match = Introduction().Match(Ask(command));
        if (!match.Success)
        {
            throw new Failure($"{command} is neither Terraform nor OpenTofu: {command} version does not say so; name another program with --terraform or {Variable}");
        }
        var program = new TerraformProgram(command, match.Groups["product"].Value, Version.Parse(match.Groups["version"].Value));
        return program.Version >= Tool.Terraform.Minimum
            ? program
            : throw new Failure(string.Create(CultureInfo.InvariantCulture, $"{command} is {program} and too old: {Tool.Terraform.Minimum} or newer is needed, the first that locks a state in S3 without a table of DynamoDB; get it from {Tool.Terraform.Source}"));
    }

    /// <summary>The whole address of a provider: each program has a registry of its own.</summary>
    internal string ProviderAddress(string provider) => $"{(Product == "OpenTofu" ? "registry.opentofu.org" : "registry.terraform.io")}/{provider}";

    /// <inheritdoc/>
    public override string ToString() => $"{Product} {Version}";

    private static string Ask(string command) => ProgramOutput.Of(command, ["version"], variables: ("CHECKPOINT_DISABLE", "1"))?.Text
        ?? throw new Failure($"{command} is not installed: version {Tool.Terraform.Minimum} or newer is needed to plan and to apply; get it from {Tool.Terraform.Source}, or name another program with --terraform or {Variable}");

    [GeneratedRegex(@"^(?<product>Terraform|OpenTofu) v(?<version>\d+\.\d+\.\d+)", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Introduction();
}
