using Orchestrator.Modules.Findings;

namespace Orchestrator.Modules.Manifest;

/// <summary>
/// A manifest of several environments: what stands at the top holds for all of them, and <c>environments</c> says of each what differs, as a JSON Merge Patch
/// does (RFC 7396). Maps are merged, anything else takes the place of what is there, and nothing (<c>~</c>) takes it out.
/// </summary>
internal static class ManifestEnvironments
{
    internal const string Key = "environments";
    private const string Own = "environment";

    /// <summary>The environments, in the order of the text; none where the manifest is of one, which <c>environment</c> names.</summary>
    internal static IReadOnlyList<string> NamesOf(MappingNode manifest) => ValueOf(manifest, Key) is MappingNode environments ? [.. environments.Entries.Select(entry => entry.Key.Text)] : [];

    /// <summary>Whether what stands under <c>environments</c> are environments, each with a name that a stack can have; the problems tell what is not.</summary>
    internal static bool Check(MappingNode manifest, Problems problems)
    {
        var (key, value) = manifest.Entries.FirstOrDefault(entry => entry.Key.Text == Key);
        if (key is null)
        {
            return true;
        }
        if (value is not MappingNode { Entries.Count: > 0 } environments)
        {
            problems.Add(ManifestRules.Type, value.Mark, Key, "is not a map of environments", value.Describe, "one environment or more by name, each a map of what differs in it", $"write them, or remove {Key} and say {Own}");
            return false;
        }
        var illegal = environments.Entries.Where(entry => !ManifestRules.EnvironmentName.Accepts(entry.Key.Text)).ToList();
        foreach (var (name, _) in illegal)
        {
            problems.Add(ManifestRules.Environments, name.Mark, Key, "has a name that is not legal", Quoted.Of(name.Text), ManifestRules.EnvironmentName.Allowed, "choose a short name such as production");
        }
        return illegal.Count == 0;
    }

    /// <summary>The manifest of one of its environments: <c>environment</c> names it, and <c>environments</c> is gone.</summary>
    /// <param name="manifest">The whole.</param>
    /// <param name="name">One of its environments.</param>
    /// <param name="problems">Gets what is wrong with what the environment says.</param>
    internal static MappingNode Of(MappingNode manifest, string name, Problems problems)
    {
        var (key, difference) = ((MappingNode)ValueOf(manifest, Key)!).Entries.First(entry => entry.Key.Text == name);
        var path = PropertyPath.Join(Key, name);
        foreach (var (own, _) in manifest.Entries.Where(entry => entry.Key.Text == Own))
        {
            problems.Add(ManifestRules.Environments, own.Mark, Own, $"stands beside {Key}, whose keys are the names", null, $"one of the two", $"remove {Own}");
        }
        var shared = Without(manifest, Own, Key);
        var merged = difference switch
        {
            MappingNode map => Merge(shared, Differing(map, path, problems), path, problems),
            ScalarNode { Kind: ScalarKind.Null } => shared,
            _ => Refuse(difference, path, shared, problems),
        };
        return merged with { Entries = [(new ScalarNode(key.Mark, Own, Plain: true), new ScalarNode(key.Mark, name, Plain: false)), .. merged.Entries] };
    }

    private static MappingNode Differing(MappingNode difference, string path, Problems problems)
    {
        foreach (var (key, _) in difference.Entries.Where(entry => entry.Key.Text is Own or Key))
        {
            problems.Add(ManifestRules.Environments, key.Mark, PropertyPath.Join(path, key.Text), "cannot differ by environment", null, "the other keys of a manifest", "remove it: an environment is called by its key");
        }
        return Without(difference, Own, Key);
    }

    private static MappingNode Merge(MappingNode whole, MappingNode difference, string path, Problems problems)
    {
        var entries = whole.Entries.ToList();
        foreach (var (key, value) in difference.Entries)
        {
            var place = PropertyPath.Join(path, key.Text);
            var index = entries.FindIndex(entry => entry.Key.Text == key.Text);
            var isThere = index >= 0;
            if (value is ScalarNode { Kind: ScalarKind.Null })
            {
                if (isThere)
                {
                    entries.RemoveAt(index);
                }
                else
                {
                    problems.Add(ManifestRules.Environments, key.Mark, place, "takes out what is not there", key.Text, "a key that the manifest has at this place", "correct the key, or remove this line");
                }
                continue;
            }
            var below = isThere ? entries[index].Value as MappingNode : null;
            var merged = value is MappingNode map ? Merge(below ?? map with { Entries = [] }, map, place, problems) : value;
            if (isThere)
            {
                entries[index] = (below is null ? key : entries[index].Key, merged);
            }
            else
            {
                entries.Add((key, merged));
            }
        }
        return new MappingNode(whole.Mark, entries);
    }

    private static MappingNode Refuse(Node difference, string path, MappingNode shared, Problems problems)
    {
        problems.Add(ManifestRules.Type, difference.Mark, path, "is not a map", difference.Describe, "a map of what differs in this environment, {} where nothing does", "write the keys that differ as they stand at the top");
        return shared;
    }

    private static MappingNode Without(MappingNode map, params string[] keys) => new(map.Mark, [.. map.Entries.Where(entry => !keys.Contains(entry.Key.Text))]);

    private static Node? ValueOf(MappingNode manifest, string key) => manifest.Entries.FirstOrDefault(entry => entry.Key.Text == key).Value;
}
