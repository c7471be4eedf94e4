namespace Orchestrator.Modules.Publishing;

/// <summary>A module of a version, as it is published.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version, which its changelog tells.</param>
/// <param name="Files">Its files, by their paths.</param>
/// <param name="Archive">The files as a <c>.tar.gz</c>.</param>
/// <param name="Sha256">The archive's SHA-256, in hexadecimal digits.</param>
public sealed record Publication(string Name, Version Version, IReadOnlyDictionary<string, byte[]> Files, byte[] Archive, string Sha256)
{
    /// <summary>The archive's name.</summary>
    public string ArchiveName => $"{Name}-{Version}.tar.gz";
}
