namespace VerifyTests;

/// <summary>A snapshot that was the approved one.</summary>
public sealed class VerifyResult
{
    private readonly string _file;

    internal VerifyResult(string file, object? target)
    {
        _file = file;
        Target = target;
    }

    /// <summary>The text that was passed without an extension; null if it was passed with one.</summary>
    public object? Target { get; }

    /// <summary>The paths of the approved files: here always one.</summary>
    public IEnumerable<string> Files => [_file];

    /// <summary>The content of the approved file.</summary>
    public string Text => File.ReadAllText(_file);
}
