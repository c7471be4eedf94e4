namespace Orchestrator.Cli.Toolchain;

/// <summary>The checkout that this program was built in.</summary>
internal static class Checkout
{
    /// <summary>Its top directory.</summary>
    internal static string Root { get; } = Find();

    /// <summary>A file or directory in it.</summary>
    internal static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "Orchestrator.csproj")))
        {
            directory = directory.Parent;
        }
        return directory?.FullName ?? throw new Failure("the program does not stand in its checkout: start it by ./orchestrator");
    }
}
