using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Orchestrator.Review.Plans;

namespace Orchestrator.Review.Findings;

/// <summary>
/// Says whether a plan is still the one that was reviewed: what it changes, and from what to what. The order of sets and of resources,
/// the time, and what the program calls itself do not count.
/// </summary>
internal static class PlanFingerprint
{
    private const int Iterations = 50_000;
    private const int Bytes = 32;

    /// <summary>The fingerprint as hexadecimal digits.</summary>
    internal static string Of(Plan plan)
    {
        using var open = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var secret = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var hasSecrets = false;
        foreach (var change in plan.Changes.Concat(plan.Deferred).Where(change => !change.IsUntouched || change.IsImported || change.PreviousAddress is not null).OrderBy(change => change.Address, StringComparer.Ordinal).ThenBy(change => change.Deposed, StringComparer.Ordinal))
        {
            Add(open, change.Deposed is null ? change.Address : $"{change.Address} (deposed {change.Deposed})", change.PreviousAddress ?? "", string.Join(',', change.Actions), change.IsImported ? $"import {Canonical.Of("", "", change.Importing)}" : "", change.DeferredBecause ?? "", string.Join(',', change.ReplacePaths.Order(StringComparer.Ordinal)));
            hasSecrets |= AddValues(open, secret, change.Type, change.Before) | AddValues(open, secret, change.Type, change.After);
        }
        // What triggers an action says which of several comes first.
        foreach (var (action, trigger) in plan.Invocations.Select(action => (action, trigger: Canonical.Of("", "", action.Trigger))).OrderBy(pair => pair.action.Address, StringComparer.Ordinal).ThenBy(pair => pair.trigger, StringComparer.Ordinal))
        {
            Add(open, "action", action.Address, action.Provider, action.DeferredBecause ?? "", trigger);
            hasSecrets |= AddValues(open, secret, "", action.Config);
        }
        foreach (var output in plan.Outputs.Where(output => !output.IsUntouched).OrderBy(output => output.Name, StringComparer.Ordinal))
        {
            Add(open, "output", output.Name, string.Join(',', output.Actions));
            hasSecrets |= AddValues(open, secret, "", output.Before) | AddValues(open, secret, "", output.After);
        }
        Add(open, plan.IsErrored ? "errored" : "", plan.IsComplete == false ? "incomplete" : "");
        var digest = open.GetHashAndReset();
        return Convert.ToHexStringLower(hasSecrets ? WithSecrets(digest, secret.GetHashAndReset()) : digest);
    }

    /// <summary>
    /// The fingerprint is public and most of the plan is too: a weak secret could be guessed from it, one try a hash. So secrets go through
    /// many.
    /// </summary>
    private static byte[] WithSecrets(byte[] digest, byte[] secret) => Rfc2898DeriveBytes.Pbkdf2(secret, digest, Iterations, HashAlgorithmName.SHA256, Bytes);

    /// <summary>Adds a resource's values; one with a sensitive part goes to the secret side as a whole.</summary>
    private static bool AddValues(IncrementalHash open, IncrementalHash secret, string type, PlanValue value)
    {
        var hasSecrets = value.HasSensitive;
        Add(hasSecrets ? secret : open, Canonical.Of(type, "", value.Json));
        Add(open, Marks(value));
        return hasSecrets;
    }

    /// <summary>Which values are unknown: a value that is no longer known is a change too.</summary>
    private static string Marks(PlanValue value) => value.IsUnknown ? "?" : value.Json.ValueKind switch
    {
        JsonValueKind.Array when value.HasUnknown => $"[{string.Join(',', value.Items.Select(Marks).Order(StringComparer.Ordinal))}]",
        _ when value.HasUnknown => $"{{{string.Join(',', value.Names().Order(StringComparer.Ordinal).Select(name => (Name: name, Marks: Marks(value[name]))).Where(mark => mark.Marks.Length > 0).Select(mark => $"{mark.Name}:{mark.Marks}"))}}}",
        _ => "",
    };

    /// <summary>Each text with its length, so that no two lists of texts look the same.</summary>
    private static void Add(IncrementalHash hash, params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }
    }
}
