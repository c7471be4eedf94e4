using System.Text.RegularExpressions;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Tests.Rules;

namespace Orchestrator.Modules.Tests.Synthesis;

/// <summary>
/// Manifests without errors that nobody wrote: those of the rules and the examples with lines dropped, doubled and changed. The same ones in every run.
/// </summary>
internal static partial class GeneratedManifests
{
    private const int Attempts = 40;

    private static readonly string[] Scalars = ["80", "8443", "1", "0", "300", "true", "false", "web", "\"80\"", "'it''s'", "\"ä \\\" \\\\ \U0001F600\"", "10.0.0.0/16", "arn:aws:sns:eu-central-1:111122223333:alarms", "\"$${x}\"", "1e5", "[]", "{}"];

    /// <summary>So many, each a stack of its own name.</summary>
    internal static IReadOnlyList<ManifestResult> Take(int count)
    {
        var random = new System.Random(20300115);
        var bases = RuleCase.Rules.SelectMany(RuleCase.Of).Where(given => given.Keeps is not null).Select(given => given.Manifest)
            .Concat(Directory.EnumerateFiles(Repository.PathOf("examples"), "*.yaml").Select(File.ReadAllText)).ToList();
        return [.. Enumerable.Range(0, count).Select(number => One(bases, random, number))];
    }

    /// <summary>A base, changed as often as it stays without errors.</summary>
    private static ManifestResult One(IReadOnlyList<string> bases, System.Random random, int number)
    {
        string best;
        ManifestResult result;
        do
        {
            best = Named(bases[random.Next(bases.Count)], number);
            result = Manifests.Read(best);
        }
        while (result.HasErrors);
        foreach (var _ in Enumerable.Range(0, Attempts))
        {
            var changed = Change(best.Split('\n'), random);
            if (changed != best && Manifests.Read(changed) is { HasErrors: false, Props: not null } accepted && accepted.StackName == result.StackName)
            {
                (best, result) = (changed, accepted);
            }
        }
        return result;
    }

    private static string Named(string text, int number) => $"environment: e{number}\n{string.Join('\n', text.Split('\n').Where(line => !line.StartsWith("environment:", StringComparison.Ordinal)))}";

    private static string Change(string[] lines, System.Random random)
    {
        var at = random.Next(lines.Length);
        return string.Join('\n', random.Next(4) switch
        {
            0 => lines.Where((_, other) => other != at),
            1 => lines.Take(at + 1).Concat(lines.Skip(at)),
            2 => lines.Select((line, other) => other == at ? Setting().Replace(line, "", 1, random.Next(line.Length + 1)) : line),
            _ => lines.Select((line, other) => other == at ? Value().Replace(line, Scalars[random.Next(Scalars.Length)], 1, random.Next(line.Length + 1)) : line),
        });
    }

    [GeneratedRegex(@"(?<=[{,] ?)[A-Za-z]+: [^{}\[\],]+(, )?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Setting();

    [GeneratedRegex(@"(?<=: |- |\[|, )[^\s\[{&,}\]:][^,}\]:]*(?=$|[,}\]])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Value();
}
