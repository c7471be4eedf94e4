namespace Orchestrator.Cli.Toolchain;

/// <summary>The node that CDKTF runs in.</summary>
internal static class Node
{
    /// <summary>Whether there is one.</summary>
    internal static bool IsInstalled => SearchPath.Has("node");

    /// <summary>Unless the user wants them, leaves out what jsii reports on every start: that it does not know the newest node, or knows the oldest too well.</summary>
    internal static void Quieten()
    {
        const string majors = "18,19,20,21,22,23,24,25";
        foreach (var (variable, value) in new[] { ("END_OF_LIFE", majors), ("DEPRECATED", majors), ("UNTESTED", "1") })
        {
            var name = $"JSII_SILENCE_WARNING_{variable}_NODE_VERSION";
            Environment.SetEnvironmentVariable(name, Environment.GetEnvironmentVariable(name) ?? value);
        }
    }

    /// <summary>Fails with what to do where there is no node; starting it would fail with less.</summary>
    /// <param name="purpose">What it is for.</param>
    internal static void Require(string purpose)
    {
        if (!IsInstalled)
        {
            throw new Failure($"node is not installed: version {Tool.Node.Minimum} or newer is needed {purpose}; get it from {Tool.Node.Source}");
        }
    }
}
