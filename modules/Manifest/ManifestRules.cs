using Orchestrator.Modules.Findings;

namespace Orchestrator.Modules.Manifest;

/// <summary>What holds of a manifest as text; the reader reports what breaks them.</summary>
internal static class ManifestRules
{
    internal static readonly Rule Syntax = Rule.Error("MAN001", "A manifest is one YAML 1.2 document whose top is a map.", "What cannot be read cannot be checked.", "YAML 1.2.2");
    internal static readonly Rule UnknownKey = Rule.Error("MAN002", "Every key is known.", "A misspelt key would be ignored, and its setting lost.", "docs/manifest.schema.json");
    internal static readonly Rule DuplicateKey = Rule.Error("MAN003", "A map has each key once.", "YAML 1.2 forbids it; readers that allow it keep the last and lose the others.", "YAML 1.2.2, 3.2.1.3");
    internal static readonly Rule Type = Rule.Error("MAN004", "A value has the type of its key: a number is not in quotes, a string that looks like a number is.", "Guessing types turns a version 1.10 into 1.1.", "docs/manifest.schema.json");
    internal static readonly Rule Missing = Rule.Error("MAN005", "Every required key is there.", "There is no sensible default for it.", "docs/manifest.schema.json");
    internal static readonly Rule Reference = Rule.Error("MAN006", "What a name refers to is declared.", "The plan would fail on an undeclared resource.", "docs/manifest.md");
    internal static readonly Rule Interpolation = Rule.Error("MAN007", "${env:NAME} names a variable that is set, ${file:path} a text file that can be read.", "An empty value in its place would be deployed.", "docs/manifest.md");
    internal static readonly Rule Limits = Rule.Error("MAN008", "A manifest has at most 1 MiB, 32 levels and 100,000 values, aliases written out.", "Nested brackets and aliases of aliases can grow without bound.", "docs/manifest.md");
    internal static readonly Rule Name = Rule.Error("MAN009", "A name begins with a letter and goes on with letters, digits, hyphens and underscores, at most 64.", "It becomes part of a Terraform resource's address.", "Terraform identifiers");

    internal static readonly Rule Environments = Rule.Error("MAN017", "Of several environments each says what differs from the rest: a map, whose empty values take out what is there.", "What is misspelt would be the same in all environments.", "docs/manifest.md");

    internal static readonly Rule Secret = Rule.Error("MAN016", "No secret stands in a manifest: it comes from ${env:NAME} or ${file:path}.", "Whoever can read the repository has it, in every version of the file for ever.", "docs/manifest.md")
        .Secures(Severity.High);

    internal static readonly TextMatching EnvironmentName = NameOf(16);

    internal static readonly TextMatching Region = new("^[a-z]{2,4}(-[a-z]+)+-[0-9]$", 32, "an AWS region such as eu-central-1");

    internal static IReadOnlyList<Rule> All { get; } =
    [
        Syntax,
        UnknownKey,
        DuplicateKey,
        Type,
        Missing,
        Reference,
        Interpolation,
        Limits,
        Name,
        .. SuppressionRules.All,
        Rule.Error("MAN012", "The application's name is 1 to 32 lower-case letters, digits and hyphens, beginning with a letter.", "It is part of the stack's name, of directories and of state keys.", "docs/manifest.md")
            .For<ManifestProps>((manifest, report) => CheckName(report, "app", manifest.App, 32, "shop")),
        Rule.Error("MAN013", "The environment's name is 1 to 16 lower-case letters, digits and hyphens, beginning with a letter.", "It is part of the stack's name, of directories and of state keys.", "docs/manifest.md")
            .For<ManifestProps>((manifest, report) => CheckName(report, "environment", manifest.Environment, 16, "prod")),
        Rule.Error("MAN014", "The region is written as AWS writes it: eu-central-1.", "Terraform would fail to find its endpoints.", "AWS regions")
            .Requires((ManifestProps manifest) => manifest.Region, Region, "give the region's code, not its name and not a zone's"),
        Rule.Error("MAN015", "Manifests that are synthesized together have different stacks.", "The second would overwrite the first one's output and state.", "docs/manifest.md"),
        Secret,
        Environments,
    ];

    private static TextMatching NameOf(int longest) => new("^[a-z][a-z0-9-]*$", longest, $"1 to {longest} lower-case letters, digits and hyphens, beginning with a letter");

    private static void CheckName(Report report, string property, string name, int longest, string example)
    {
        var pattern = NameOf(longest);
        if (!pattern.Accepts(name))
        {
            report.Add(property, pattern.Violation, Quoted.Of(name), pattern.Allowed, $"choose a short name such as {example}");
        }
    }
}
