namespace VerifyTests;

/// <summary>The two files of a text.</summary>
/// <param name="Received">The path of what the test has passed; written only if it is not what was approved.</param>
/// <param name="Verified">The path of what was approved.</param>
internal sealed record FilePair(string Received, string Verified);
