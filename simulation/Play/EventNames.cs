namespace Orchestrator.Simulation.Play;

/// <summary>How events are written in scenarios, and told in timelines.</summary>
internal static class EventNames
{
    private static readonly (string Key, string? Value, EventKind Kind, string Told)[] Names =
    [
        ("appear", null, EventKind.Appear, "new in the DNS"),
        ("leave", null, EventKind.Leave, "gone from the DNS"),
        ("die", null, EventKind.Die, "serves no more"),
        ("moves", null, EventKind.NameMoves, "the name leads to another load balancer"),
        ("partial", null, EventKind.DnsIsPartial, "the DNS answers only with"),
        ("somebodyRegisters", null, EventKind.SomebodyRegisters, "registered by somebody else"),
        ("dns", "fails", EventKind.DnsFails, "the DNS fails"),
        ("dns", "answers", EventKind.DnsAnswers, "the DNS answers again"),
        ("register", "fails", EventKind.RegisterFails, "registrations fail"),
        ("register", "works", EventKind.RegisterWorks, "registrations succeed again"),
        ("write", "fails", EventKind.WriteFails, "writes to S3 fail"),
        ("write", "seems to fail", EventKind.WriteSeemsToFail, "writes to S3 succeed, and seem to fail"),
        ("write", "is refused", EventKind.WriteIsRefused, "S3 refuses writes as if another run had written"),
        ("write", "works", EventKind.WriteWorks, "writes to S3 succeed again"),
        ("read", "fails", EventKind.ReadFails, "reads from S3 fail"),
        ("read", "works", EventKind.ReadWorks, "reads from S3 succeed again"),
        ("unlisted", null, EventKind.ListIsPartial, "the target group does not list"),
        ("list", "whole", EventKind.ListIsWhole, "the target group lists all again"),
        ("run", "dies before writing", EventKind.DiesBeforeWriting, "the next run dies before it writes"),
        ("run", "dies after registering", EventKind.DiesAfterRegistering, "the next run that registers dies after it"),
        ("run", "dies after removing", EventKind.DiesAfterRemoving, "the next run that removes dies after it"),
        ("run", "twice at once", EventKind.RunsTwice, "the next run is invoked twice at once"),
    ];

    /// <summary>All of them, for messages.</summary>
    internal static string All => string.Join("; ", Names.Select(name => $"{name.Key}: {name.Value ?? "[addresses]"}"));

    /// <summary>The event of a key that is followed by addresses; null where it is none.</summary>
    internal static EventKind? TakesAddresses(string key) => Find(key, null);

    /// <summary>The event of a key and value; null where it is none.</summary>
    internal static EventKind? Of(string key, string value) => Find(key, value);

    /// <summary>An event in words.</summary>
    internal static string Tell(ScenarioEvent happening)
    {
        var told = Names.First(name => name.Kind == happening.Kind).Told;
        return happening.Addresses.Count == 0 ? told : $"{told}: {string.Join(", ", happening.Addresses)}";
    }

    private static EventKind? Find(string key, string? value)
    {
        foreach (var name in Names)
        {
            if (name.Key == key && name.Value == value)
            {
                return name.Kind;
            }
        }
        return null;
    }
}
