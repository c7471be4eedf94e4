namespace VerifyTests;

/// <summary>A snapshot is not the approved one.</summary>
internal sealed class VerifyException(string message) : Exception(message);
