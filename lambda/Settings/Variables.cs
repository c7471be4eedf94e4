using System.Globalization;
using System.Net;
using Orchestrator.Lambda.Report;

namespace Orchestrator.Lambda.Settings;

/// <summary>Reads variables, and collects what is wrong with them.</summary>
internal sealed class Variables(IReadOnlyDictionary<string, string> environment)
{
    private readonly List<string> _problems = [];

    /// <summary>One text for each mistake so far.</summary>
    internal IReadOnlyList<string> Problems => _problems;

    /// <summary>Whether a variable is there and not empty.</summary>
    internal bool Has(string name) => environment.TryGetValue(name, out var value) && value.Length > 0;

    /// <summary>Adds a mistake.</summary>
    internal void Refuse(string name, string problem) => _problems.Add(OneLine.Of($"{name} {problem}"));

    /// <summary>A variable that must be there.</summary>
    internal string Required(string name, string meaning)
    {
        if (!Has(name))
        {
            Refuse(name, $"is missing: it must be {meaning}");
        }
        return Text(name) ?? "";
    }

    internal string? Text(string name) => Has(name) ? environment[name] : null;

    internal int Number(string name, int least, int most, int otherwise)
    {
        if (Text(name) is not { } text)
        {
            return otherwise;
        }
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }
        Refuse(name, $"is \"{text}\": it must be a whole number from {least} to {most}");
        return otherwise;
    }

    internal bool Flag(string name, bool otherwise)
    {
        switch (Text(name)?.ToLowerInvariant())
        {
            case null:
                return otherwise;
            case "true":
                return true;
            case "false":
                return false;
            default:
                Refuse(name, $"is \"{Text(name)}\": it must be true or false");
                return otherwise;
        }
    }

    internal T Choice<T>(string name, T otherwise, params IReadOnlyList<(string Text, T Value)> choices)
    {
        if (Text(name) is not { } text)
        {
            return otherwise;
        }
        foreach (var choice in choices)
        {
            if (choice.Text == text)
            {
                return choice.Value;
            }
        }
        Refuse(name, $"is \"{text}\": it must be {string.Join(" or ", choices.Select(choice => choice.Text))}");
        return otherwise;
    }

    internal IReadOnlyList<IPNetwork>? Networks(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }
        var networks = new List<IPNetwork>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            // Newer runtimes read a network with bits after its prefix, and drop them.
            if (IPNetwork.TryParse(part, out var network) && IPAddress.Parse(part.Split('/')[0]).Equals(network.BaseAddress))
            {
                networks.Add(network);
            }
            else
            {
                Refuse(name, $"has \"{part}\": each must be a network such as 10.0.0.0/16, with no bits set after its prefix");
            }
        }
        return networks;
    }
}
