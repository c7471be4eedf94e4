namespace Orchestrator.Modules.Values;

/// <summary>Names in AWS that come from names in Terraform.</summary>
internal static class PhysicalName
{
    /// <summary>Underscores become hyphens, which every AWS name can have.</summary>
    internal static string Of(string name) => name.Replace('_', '-');

    /// <summary>A name that is cut to a length, with no hyphen at the end.</summary>
    internal static string Cut(string name, int longest) => (name.Length <= longest ? name : name[..longest]).TrimEnd('-');

    /// <summary>The same for a name whose length only Terraform knows.</summary>
    internal static Expression CutByTerraform(Value<string> name, int longest) => Expression.Of($"""replace(substr({name}, 0, {longest}), "/-+$/", "")""");
}
