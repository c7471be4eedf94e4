namespace StandIns.Tests;

/// <summary>An empty directory for the files of one snapshot, removed after the test.</summary>
internal sealed class Scratch : IDisposable
{
    private const string Name = "Snapshot";

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("standins-");

    public string Path => _directory.FullName;

    /// <summary>The names of the files that are there.</summary>
    public IEnumerable<string> Files => _directory.EnumerateFiles().Select(file => file.Name).Order(StringComparer.Ordinal);

    public SettingsTask Verify(string? text) => Verifier.Verify(text).UseDirectory(Path).UseFileName(Name);

    public SettingsTask Verify(string? text, string extension) => Verifier.Verify(text, extension).UseDirectory(Path).UseFileName(Name);

    /// <summary>The message of the failure that a comparison must end in.</summary>
    public static async Task<string> FailureAsync(SettingsTask comparison) =>
        (await Assert.ThrowsAnyAsync<Exception>(comparison.ToTask)).Message;

    public void Write(string state, string content, string extension = "txt") => File.WriteAllText(PathOf(state, extension), content);

    public byte[] Bytes(string state, string extension = "txt") => File.ReadAllBytes(PathOf(state, extension));

    public void Dispose() => _directory.Delete(recursive: true);

    private string PathOf(string state, string extension) => System.IO.Path.Combine(Path, $"{Name}.{state}.{extension}");
}
