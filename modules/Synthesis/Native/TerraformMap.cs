using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Orchestrator.Modules.Synthesis;

/// <summary>A JSON object on its way into a configuration: small, mostly made in the order of its keys, seldom asked for one.</summary>
/// <param name="capacity">How many entries are expected.</param>
internal sealed class TerraformMap(int capacity)
{
    /// <summary>From here on, looking through all keys takes longer than an index of them.</summary>
    private const int Many = 24;

    /// <summary>Stands in overrides for an entry that is to be taken out.</summary>
    internal static readonly object Nothing = new();

    private readonly List<KeyValuePair<string, object>> _entries = new(capacity);
    private Dictionary<string, int>? _places;
    private bool _isSorted = true;

    /// <summary>How many entries it has.</summary>
    internal int Count => _entries.Count;

    /// <summary>The keys, in the order in which they came.</summary>
    internal IEnumerable<string> Keys => _entries.Select(entry => entry.Key);

    /// <summary>Sets an entry; not one that is null.</summary>
    internal void Set(string key, object? value)
    {
        if (value is null)
        {
            return;
        }
        if (PlaceOf(key) is >= 0 and var place)
        {
            _entries[place] = new(key, value);
            return;
        }
        _isSorted &= _entries.Count == 0 || string.CompareOrdinal(_entries[^1].Key, key) < 0;
        _entries.Add(new(key, value));
        _places?.Add(key, _entries.Count - 1);
    }

    /// <summary>The value of a key.</summary>
    internal bool TryGet(string key, [NotNullWhen(true)] out object? value)
    {
        value = PlaceOf(key) is >= 0 and var place ? _entries[place].Value : null;
        return value is not null;
    }

    /// <summary>The map at a key; an empty one in the place of anything else.</summary>
    internal TerraformMap MapAt(string key)
    {
        if (TryGet(key, out var value) && value is TerraformMap map)
        {
            return map;
        }
        var made = new TerraformMap(4);
        Set(key, made);
        return made;
    }

    /// <summary>Takes over the entries of another map as CDKTF's deepMerge does: maps are merged, lists appended, anything else replaced or taken out.</summary>
    internal void Merge(TerraformMap source)
    {
        foreach (var (key, value) in source._entries)
        {
            switch (value)
            {
                case TerraformMap map when TryGet(key, out var listed) && listed is object[] list:
                    Set(key, Merged(key, list, map));
                    break;
                case TerraformMap map:
                    MapAt(key).Merge(map);
                    break;
                case object[] list when TryGet(key, out var before) && before is object[] already:
                    Set(key, (object[])[.. already, .. list]);
                    break;
                default:
                    if (value == Nothing)
                    {
                        Remove(key);
                    }
                    else
                    {
                        Set(key, value);
                    }
                    break;
            }
        }
    }

    private void Remove(string key)
    {
        if (PlaceOf(key) is >= 0 and var place)
        {
            _entries.RemoveAt(place);
            _places = null;
        }
    }

    /// <summary>A list with what a map says of its places.</summary>
    /// <exception cref="NativeGapException">It says something of what is not there.</exception>
    private static object[] Merged(string key, object[] list, TerraformMap places)
    {
        object[] merged = [.. list];
        foreach (var (place, value) in places._entries)
        {
            if (!int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= merged.Length)
            {
                throw new NativeGapException($"an override of {key}.{place}, where a list is");
            }
            var element = new TerraformMap(1);
            element.Set(place, merged[index]);
            var change = new TerraformMap(1);
            change.Set(place, value);
            element.Merge(change);
            merged[index] = element._entries[0].Value;
        }
        return merged;
    }

    /// <summary>The entries by their keys as JavaScript sorts: by UTF-16 code units.</summary>
    internal IReadOnlyList<KeyValuePair<string, object>> Sorted()
    {
        if (!_isSorted)
        {
            _entries.Sort(static (a, b) => string.CompareOrdinal(a.Key, b.Key));
            _places = null;
            _isSorted = true;
        }
        return _entries;
    }

    private int PlaceOf(string key)
    {
        if (_entries.Count == 0 || (_isSorted && string.CompareOrdinal(_entries[^1].Key, key) < 0))
        {
            return -1;
        }
        if (_entries.Count < Many)
        {
            for (var place = 0; place < _entries.Count; place++)
            {
                if (_entries[place].Key == key)
                {
                    return place;
                }
            }
            return -1;
        }
        _places ??= Index();
        return _places.GetValueOrDefault(key, -1);
    }

    private Dictionary<string, int> Index()
    {
        var places = new Dictionary<string, int>(_entries.Count * 2, StringComparer.Ordinal);
        for (var place = 0; place < _entries.Count; place++)
        {
            places.Add(_entries[place].Key, place);
        }
        return places;
    }
}
