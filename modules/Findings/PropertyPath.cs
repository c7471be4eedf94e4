namespace Orchestrator.Modules.Findings;

/// <summary>Property paths as findings show them.</summary>
internal static class PropertyPath
{
    /// <summary>The path that a lambda reads: <c>group =&gt; group.HealthCheck?.Port</c> gives <c>healthCheck.port</c>.</summary>
    internal static string Of(string lambda)
    {
        var body = lambda[(lambda.IndexOf("=>", StringComparison.Ordinal) + 2)..].Trim().Replace("?.", ".").Replace("!.", ".");
        return string.Join('.', body.Split('.')[1..].Select(CamelCase));
    }

    /// <summary>A property below a path, either of which may be empty.</summary>
    internal static string Join(string path, string property) => path.Length == 0 || property.Length == 0 ? path + property : $"{path}.{property}";

    /// <summary>A C# property's name as a manifest spells it.</summary>
    internal static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
