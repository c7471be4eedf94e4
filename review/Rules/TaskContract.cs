using System.Text.Json;
using Orchestrator.Review.Plans;

namespace Orchestrator.Review.Rules;

/// <summary>What the containers of a task definition offer: names, ports and the names of ports.</summary>
internal sealed class TaskContract
{
    private readonly Dictionary<string, HashSet<int>> _ports = new(StringComparer.Ordinal);
    private readonly HashSet<string> _portNames = new(StringComparer.Ordinal);

    private TaskContract(string? networkMode) => NetworkMode = networkMode;

    /// <summary>How its tasks get addresses: <c>awsvpc</c>.</summary>
    internal string? NetworkMode { get; }

    /// <summary>The ports of all containers.</summary>
    internal IEnumerable<int> Ports => _ports.Values.SelectMany(ports => ports).Distinct().Order();

    /// <summary>One side of a task definition; null where its containers are not known or not readable.</summary>
    internal static TaskContract? Of(PlanValue definition)
    {
        if (definition["container_definitions"].Text is not { } text)
        {
            return null;
        }
        try
        {
            using var document = JsonDocument.Parse(text);
            var contract = new TaskContract(definition["network_mode"].Text);
            foreach (var container in document.RootElement.ValueKind == JsonValueKind.Array ? document.RootElement.EnumerateArray() : default)
            {
                contract.Add(container);
            }
            return contract;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Whether there is a container of a name.</summary>
    internal bool HasContainer(string name) => _ports.ContainsKey(name);

    /// <summary>Whether a container offers a port.</summary>
    internal bool Offers(string container, int port) => _ports.TryGetValue(container, out var ports) && ports.Contains(port);

    /// <summary>Whether a port has a name.</summary>
    internal bool Names(string portName) => _portNames.Contains(portName);

    private void Add(JsonElement container)
    {
        var ports = new HashSet<int>();
        foreach (var mapping in JsonText.Elements(container, "portMappings"))
        {
            if (JsonText.Member(mapping, "containerPort") is { ValueKind: JsonValueKind.Number } port && port.TryGetInt32(out var number))
            {
                ports.Add(number);
            }
            if (JsonText.Of(mapping, "name") is { } name)
            {
                _portNames.Add(name);
            }
        }
        _ports[JsonText.Of(container, "name") ?? ""] = ports;
    }
}
