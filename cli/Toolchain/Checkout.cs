namespace Orchestrator.Cli.Toolchain;

/// <summary>The checkout that this program was built in. What is installed from a package has none.</summary>
internal static class Checkout
{
    private static readonly string? Found = Find();

    /// <summary>Whether this program stands in its checkout.</summary>
    internal static bool IsHere => Found is not null;

    /// <summary>Its top directory.</summary>
    /// <exception cref="Failure">There is none.</exception>
    internal static string Root => Found ?? throw new Failure("this needs the program's sources, and what is installed has none: clone the repository and call ./orchestrator there");

    /// <summary>A file or directory in it.</summary>
    /// <exception cref="Failure">There is none.</exception>
    internal static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    private static string? Find()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "Orchestrator.csproj")))
        {
            directory = directory.Parent;
        }
        return directory?.FullName;
    }
}
