using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Dns;

/// <summary>Where a client is: a continent, or a country, or a part of one.</summary>
public sealed record GeolocationProps
{
    /// <summary>The continent: AF, AN, AS, EU, NA, OC or SA. Not beside a country.</summary>
    public Value<string>? Continent { get; init; }

    /// <summary>The country by its two letters in ISO 3166-1, <c>DE</c>; <c>*</c> for clients that no other record is for.</summary>
    public Value<string>? Country { get; init; }

    /// <summary>A state of the US or UA by its letters, <c>CA</c>; needs the country.</summary>
    public Value<string>? Subdivision { get; init; }

    /// <summary>The place in words; null where it is not known.</summary>
    internal string? Place()
    {
        foreach (var part in new[] { Continent, Country, Subdivision })
        {
            if (part is { IsLiteral: false })
            {
                return null;
            }
        }
        return Continent is not null ? $"continent {Continent}" : Subdivision is not null ? $"{Country}-{Subdivision}" : Country is { } country ? country.Is("*") ? "every other place" : $"country {country}" : null;
    }
}
