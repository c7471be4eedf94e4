namespace VerifyTests;

/// <summary>Where the files of a snapshot lie and what they are called.</summary>
public sealed partial class VerifySettings
{
    /// <summary>The defaults: beside the test's source, named after its class and method.</summary>
    public VerifySettings()
    {
    }

    /// <summary>A copy.</summary>
    /// <param name="settings">What is copied, or null for the defaults.</param>
    public VerifySettings(VerifySettings? settings)
    {
        Directory = settings?.Directory;
        FileName = settings?.FileName;
        Parameters = settings?.Parameters;
        ParametersText = settings?.ParametersText;
    }

    /// <summary>The directory that <see cref="UseDirectory"/> has set, or null.</summary>
    public string? Directory { get; private set; }

    internal string? FileName { get; private set; }

    /// <summary>Sets the directory of the snapshot files. It is created if it does not exist.</summary>
    /// <param name="directory">An absolute path, or one relative to the directory of the test's source file.</param>
    /// <exception cref="ArgumentException">It is not a path.</exception>
    public void UseDirectory(string directory) => Directory = Guard.Path(directory);

    /// <summary>Sets the name of the snapshot files, in place of class, method and parameters.</summary>
    /// <param name="fileName">The part of the name before <c>.verified.</c></param>
    /// <exception cref="ArgumentException">It is not a file name.</exception>
    public void UseFileName(string fileName) => FileName = Guard.FileName(fileName);
}
