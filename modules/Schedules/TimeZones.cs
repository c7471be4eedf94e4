using NodaTime;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;
using Orchestrator.Text;

namespace Orchestrator.Modules.Schedules;

/// <summary>
/// The names of time zones, from the IANA's database as the package NodaTime carries it: what a machine has installed decides nothing. A name
/// that is one or two letters away from a known one is a mistake; any other that is not known may be newer than the database.
/// </summary>
internal static class TimeZones
{
    private const int FewEdits = 2;

    /// <summary>Reports a name that is nearly a known one.</summary>
    internal static void CheckMisspelt(string property, Value<string>? zone, Report report)
    {
        if (Unknown(zone) is { } name && NearestTo(name) is { } meant)
        {
            report.Add(property, "is not a time zone", Quoted.Of(name), "a name of the IANA's database, such as Europe/Berlin", $"write {meant}");
        }
    }

    /// <summary>Reports a name that is neither known nor nearly so.</summary>
    internal static void CheckUnknown(string property, Value<string>? zone, Report report)
    {
        if (Unknown(zone) is { } name && NearestTo(name) is null)
        {
            report.Add(property, "is not a known time zone", Quoted.Of(name), "a name of the IANA's database, such as Europe/Berlin", "correct it, unless the zone is a new one");
        }
    }

    private static string? Unknown(Value<string>? zone) => zone.IsLiteral(out var name) && !DateTimeZoneProviders.Tzdb.Ids.Contains(name) ? name : null;

    private static string? NearestTo(string name) => Nearest.Within(FewEdits, name, DateTimeZoneProviders.Tzdb.Ids);
}
