using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Orchestrator.Lambda.Settings;
using Orchestrator.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Orchestrator.Simulation.Play;

/// <summary>Reads scenarios (docs/operating-the-sync.md says what they may hold). All mistakes are told at once.</summary>
public sealed partial class ScenarioReader
{
    private const int MostMinutes = 240;
    private static readonly string[] Keys = ["description", "minutes", "addresses", "all", "healthyAfter", "unhealthyAfter", "drainsFor", "needs", "quota", "settings", "events"];

    private readonly string _file;
    private readonly List<ScenarioProblem> _problems = [];
    private bool _isIpv6;

    private ScenarioReader(string file) => _file = file;

    /// <summary>Reads a scenario.</summary>
    /// <param name="file">Its file, for messages; it is called like it.</param>
    /// <param name="text">Its text.</param>
    /// <exception cref="ScenarioException">There are mistakes in it.</exception>
    public static Scenario Read(string file, string text)
    {
        var reader = new ScenarioReader(file);
        var scenario = reader.Parse(text) is { } top ? reader.Read(top) : null;
        return reader._problems.Count == 0 && scenario is not null ? scenario : throw new ScenarioException([.. reader._problems.OrderBy(problem => problem.Line).ThenBy(problem => problem.Column)]);
    }

    private YamlMappingNode? Parse(string text)
    {
        try
        {
            if (YamlInput.Read(text) is [{ RootNode: YamlMappingNode top }])
            {
                return top;
            }
            _problems.Add(new ScenarioProblem(_file, 1, 1, $"a scenario is one YAML map with {string.Join(", ", Keys)}"));
        }
        catch (YamlException exception)
        {
            _problems.Add(new ScenarioProblem(_file, exception.Start.Line, exception.Start.Column, $"this is not YAML: {exception.Message.TrimEnd('.')}"));
        }
        return null;
    }

    private Scenario Read(YamlMappingNode top)
    {
        foreach (var key in top.Children.Keys.Where(key => !Keys.Contains(Text(key))))
        {
            Refuse(key, $"\"{Text(key)}\" is no key of a scenario: there are {string.Join(", ", Keys)}");
        }
        var settings = Settings(top);
        _isIpv6 = settings.GetValueOrDefault("SYNC_IP_ADDRESS_TYPE") == "ipv6";
        var addresses = Addresses(top, "addresses") ?? [];
        var problems = _problems.Count;
        var minutes = Number(top, "minutes", 1, MostMinutes, null);
        // Where the end is not known, no event is after it.
        var end = TimeSpan.FromMinutes(_problems.Count == problems ? minutes : MostMinutes);
        return new Scenario
        {
            Name = Path.GetFileNameWithoutExtension(_file),
            Description = Find(top, "description") is { } description ? Text(description) : Missing(top, "description", "a sentence that says what the scenario shows"),
            Duration = TimeSpan.FromMinutes(minutes),
            Addresses = addresses,
            HasAll = Flag(top, "all", otherwise: true),
            HealthyAfter = Time(top, "healthyAfter", TimeSpan.FromMinutes(4)),
            UnhealthyAfter = Time(top, "unhealthyAfter", TimeSpan.FromSeconds(90)),
            DrainsFor = Time(top, "drainsFor", TimeSpan.FromMinutes(5)),
            Needs = Number(top, "needs", 1, 1000, 1),
            Quota = Number(top, "quota", 1, 1000, 1000),
            Settings = settings,
            Events = Find(top, "events") is { } events ? [.. Items(events).SelectMany(each => EventsOf(each, end)).OrderBy(each => each.At)] : [],
        };
    }

    private Dictionary<string, string> Settings(YamlMappingNode top)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Find(top, "settings") is not { } node)
        {
            return settings;
        }
        if (node is not YamlMappingNode map)
        {
            Refuse(node, "settings is a map of the function's environment variables, such as SYNC_FLOOR: 2");
            return settings;
        }
        foreach (var (key, value) in map.Children)
        {
            settings[Text(key)] = Text(value);
        }
        try
        {
            SimulatedSettings.Read(settings);
        }
        catch (SettingsException exception)
        {
            foreach (var problem in exception.Problems)
            {
                Refuse(map.Children.Keys.FirstOrDefault(key => problem.StartsWith(Text(key), StringComparison.Ordinal)) ?? node, problem);
            }
        }
        return settings;
    }

    private IEnumerable<ScenarioEvent> EventsOf(YamlNode node, TimeSpan duration)
    {
        if (node is not YamlMappingNode map)
        {
            Refuse(node, "an event is a map such as { at: 3m, leave: [10.0.0.1] }");
            yield break;
        }
        if (Find(map, "at") is null)
        {
            Missing(map, "at", "a time such as 3m or 3m30s");
        }
        var at = Time(map, "at", TimeSpan.Zero);
        if (at >= duration || at.Ticks % Simulator.Step.Ticks != 0)
        {
            Refuse(Find(map, "at")!, $"at is {Text(Find(map, "at")!)}: it must be a multiple of {Simulator.Step.TotalSeconds:0}s, before the end");
        }
        if (map.Children.Count < 2)
        {
            Refuse(map, $"an event needs besides at one of {EventNames.All}");
        }
        foreach (var (key, value) in map.Children.Where(entry => Text(entry.Key) != "at"))
        {
            if (EventNames.TakesAddresses(Text(key)) is { } kind)
            {
                yield return new ScenarioEvent(at, kind, List(value, Text(key)) ?? []);
            }
            else if (EventNames.Of(Text(key), Text(value)) is { } switched)
            {
                yield return new ScenarioEvent(at, switched, []);
            }
            else
            {
                Refuse(key, $"\"{Text(key)}: {Text(value)}\" is no event: there are {EventNames.All}");
            }
        }
    }

    private IReadOnlyList<IPAddress>? Addresses(YamlMappingNode top, string key)
    {
        if (Find(top, key) is { } node)
        {
            return List(node, key);
        }
        Missing(top, key, "the load balancer's addresses at the beginning, such as [10.0.0.1, 10.0.0.2]");
        return null;
    }

    private List<IPAddress>? List(YamlNode node, string key)
    {
        var addresses = new List<IPAddress>();
        foreach (var item in Items(node))
        {
            if (IPAddress.TryParse(Text(item), out var address) && Text(item).Contains(_isIpv6 ? ':' : '.') && address.AddressFamily == (_isIpv6 ? AddressFamily.InterNetworkV6 : AddressFamily.InterNetwork))
            {
                addresses.Add(address);
            }
            else
            {
                Refuse(item, $"{key} has \"{Text(item)}\": each must be an {(_isIpv6 ? "IPv6 address such as fd00::1" : "IPv4 address such as 10.0.0.1")}");
            }
        }
        if (node is not YamlSequenceNode { Children.Count: > 0 })
        {
            Refuse(node, $"{key} is a list of addresses such as [10.0.0.1, 10.0.0.2], with at least one");
        }
        return addresses;
    }

    private int Number(YamlMappingNode top, string key, int least, int most, int? otherwise)
    {
        if (Find(top, key) is not { } node)
        {
            if (otherwise is null)
            {
                Missing(top, key, $"a whole number from {least} to {most}");
            }
            return otherwise ?? least;
        }
        if (int.TryParse(Text(node), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }
        Refuse(node, $"{key} is \"{Text(node)}\": it must be a whole number from {least} to {most}");
        return otherwise ?? least;
    }

    private bool Flag(YamlMappingNode top, string key, bool otherwise)
    {
        if (Find(top, key) is not { } node)
        {
            return otherwise;
        }
        if (Text(node) is "true" or "false")
        {
            return Text(node) == "true";
        }
        Refuse(node, $"{key} is \"{Text(node)}\": it must be true or false");
        return otherwise;
    }

    private TimeSpan Time(YamlMappingNode top, string key, TimeSpan otherwise)
    {
        if (Find(top, key) is not { } node)
        {
            return otherwise;
        }
        var match = Duration().Match(Text(node));
        if (match.Success && Text(node).Length > 0)
        {
            int Part(string name) => match.Groups[name].Success ? int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture) : 0;
            return new TimeSpan(0, Part("minutes"), Part("seconds"));
        }
        Refuse(node, $"{key} is \"{Text(node)}\": it must be a time such as 90s, 5m or 3m30s");
        return otherwise;
    }

    private string Missing(YamlNode node, string key, string meaning)
    {
        Refuse(node, $"{key} is missing: it must be {meaning}");
        return "";
    }

    private void Refuse(YamlNode node, string message) => _problems.Add(new ScenarioProblem(_file, node.Start.Line, node.Start.Column, message));

    private static IEnumerable<YamlNode> Items(YamlNode node) => node is YamlSequenceNode sequence ? sequence.Children : [];

    private static YamlNode? Find(YamlMappingNode map, string key) => map.Children.FirstOrDefault(entry => Text(entry.Key) == key).Value;

    private static string Text(YamlNode node) => node is YamlScalarNode scalar ? scalar.Value ?? "" : node is YamlSequenceNode ? "a list" : "a map";

    [GeneratedRegex("^((?<minutes>[0-9]{1,3})m)?((?<seconds>[0-9]{1,4})s)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Duration();
}
