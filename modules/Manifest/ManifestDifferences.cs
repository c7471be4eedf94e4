using Orchestrator.Modules.Findings;

namespace Orchestrator.Modules.Manifest;

/// <summary>What two environments do not have in common, in words.</summary>
public static class ManifestDifferences
{
    /// <summary>A line for each difference, in the order of the first, then what only the second has. None where both are the same. Nothing secret is in them.</summary>
    /// <param name="one">One environment.</param>
    /// <param name="other">The other.</param>
    /// <exception cref="InvalidOperationException">One of them could not be read as YAML.</exception>
    public static IReadOnlyList<string> Of(ManifestResult one, ManifestResult other)
    {
        var lines = new List<string>();
        Compare(Top(one), Top(other), "");
        return lines;

        void Compare(MappingNode left, MappingNode right, string path)
        {
            foreach (var (key, value) in left.Entries)
            {
                var place = PropertyPath.Join(path, key.Text);
                var matching = right.Entries.FirstOrDefault(entry => entry.Key.Text == key.Text).Value;
                if (matching is null)
                {
                    Tell($"{place}: {Told(value)} in {one.Environment}, not in {other.Environment}");
                }
                else if (value is MappingNode map && matching is MappingNode otherMap)
                {
                    Compare(map, otherMap, place);
                }
                else if (Told(value) is var mine && Told(matching) is var others && mine != others)
                {
                    Tell($"{place}: {mine} in {one.Environment}, {others} in {other.Environment}");
                }
            }
            foreach (var (key, value) in right.Entries.Where(entry => left.Entries.All(mine => mine.Key.Text != entry.Key.Text)))
            {
                Tell($"{PropertyPath.Join(path, key.Text)}: not in {one.Environment}, {Told(value)} in {other.Environment}");
            }
        }

        void Tell(string line) => lines.Add(other.Shown(one.Shown(line)));
    }

    /// <summary>All but the environment's name, which is no news.</summary>
    private static MappingNode Top(ManifestResult manifest)
    {
        var written = manifest.Written ?? throw new InvalidOperationException("the manifest could not be read");
        return written with { Entries = [.. written.Entries.Where(entry => entry.Key.Text != "environment")] };
    }

    private static string Told(Node node) => node switch
    {
        MappingNode { Entries.Count: 0 } => "{}",
        MappingNode map => $"{{ {string.Join(", ", map.Entries.Select(entry => $"{entry.Key.Text}: {Told(entry.Value)}"))} }}",
        SequenceNode sequence => $"[{string.Join(", ", sequence.Items.Select(Told))}]",
        ScalarNode { Kind: ScalarKind.String } text when !text.Plain && CoreSchema.KindOf(text.Text) != ScalarKind.String => Quoted.Of(text.Text),
        ScalarNode { Kind: ScalarKind.String } text => text.Text,
        ScalarNode other => other.Text,
        _ => "",
    };
}
