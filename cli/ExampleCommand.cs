using System.CommandLine;

namespace Orchestrator.Cli;

/// <summary>A command whose help ends with examples.</summary>
internal sealed class ExampleCommand(string name, string description, params string[] examples) : Command(name, description)
{
    /// <summary>Command lines that work in a checkout.</summary>
    internal IReadOnlyList<string> Examples { get; } = examples;
}
