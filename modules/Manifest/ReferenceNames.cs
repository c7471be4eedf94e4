namespace Orchestrator.Modules.Manifest;

/// <summary>What the references of a manifest can name, with the path of what each name stands for.</summary>
internal sealed class ReferenceNames(MappingNode top)
{
    private readonly Dictionary<Type, IReadOnlyDictionary<string, string>> _known = [];

    /// <summary>The names for a kind of reference, in the order of their declaration. A name that stands in two sections is the first one's.</summary>
    internal IReadOnlyDictionary<string, string> For(Type type)
    {
        if (!_known.TryGetValue(type, out var names))
        {
            var found = new OrderedDictionary<string, string>();
            foreach (var section in ReferenceAttribute.Of(type)!.Sections)
            {
                Collect(top, section.Split('.'), 0, "", "", found);
            }
            _known[type] = names = found;
        }
        return names;
    }

    private static void Collect(Node? node, string[] parts, int index, string path, string name, OrderedDictionary<string, string> found)
    {
        if (node is not MappingNode mapping)
        {
            return;
        }
        foreach (var (key, value) in mapping.Entries)
        {
            var isName = index == parts.Length || parts[index] == "*";
            var (childPath, childName) = (Join(path, key.Text), isName ? Join(name, key.Text) : name);
            if (index == parts.Length)
            {
                found.TryAdd(childName, childPath);
            }
            else if (isName || key.Text == parts[index])
            {
                Collect(value, parts, index + 1, childPath, childName, found);
            }
        }
    }

    private static string Join(string outer, string key) => outer.Length == 0 ? key : $"{outer}.{key}";
}
