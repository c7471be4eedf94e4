using System.Reflection;

namespace VerifyTests;

/// <summary>What a test has passed.</summary>
/// <param name="Value">The text, or null.</param>
/// <param name="Extension">The extension of its files.</param>
/// <param name="Target">What the result gives back.</param>
internal sealed record Received(string? Value, string Extension, object? Target)
{
    /// <summary>What is compared and written: the same on every machine.</summary>
    public string TextFor(Assembly tests) =>
        Newlines.Normalize(DirectoryScrubber.For(tests).Scrub(Value ?? "null"));
}
