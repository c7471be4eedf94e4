namespace Orchestrator.Modules.Values;

/// <summary>Names in AWS that come from names in Terraform.</summary>
internal static class PhysicalName
{
    /// <summary>Underscores become hyphens, which every AWS name can have.</summary>
    internal static string Of(string name) => name.Replace('_', '-');
}
