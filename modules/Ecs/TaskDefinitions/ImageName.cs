using Orchestrator.Modules.Findings;

namespace Orchestrator.Modules.Ecs.TaskDefinitions;

/// <summary>What an image's name says: <c>registry/repository:tag@digest</c>.</summary>
internal static class ImageName
{
    /// <summary>What ECS takes as a name, and the at sign before a digest.</summary>
    internal static readonly TextMatching Constraint = new("^[A-Za-z0-9][A-Za-z0-9_:./#@-]{0,254}$", 255, "1 to 255 letters, digits and the characters -_:./#@, a letter or digit first");

    /// <summary>Whether the name always means the same image, as far as names can.</summary>
    internal static bool IsPinned(string image) => image.Contains('@') || TagOf(image) is not (null or "latest");

    /// <summary>The processors that the name speaks of; null where it does not, or of both.</summary>
    internal static CpuArchitecture? ArchitectureOf(string image)
    {
        var isArm = image.Contains("arm64", StringComparison.OrdinalIgnoreCase) || image.Contains("aarch64", StringComparison.OrdinalIgnoreCase);
        var isIntel = image.Contains("amd64", StringComparison.OrdinalIgnoreCase) || image.Contains("x86_64", StringComparison.OrdinalIgnoreCase);
        return isArm == isIntel ? null : isArm ? CpuArchitecture.Arm64 : CpuArchitecture.X8664;
    }

    /// <summary>The tag behind the last slash; a colon before it belongs to the registry's port.</summary>
    private static string? TagOf(string image)
    {
        var name = image[(image.LastIndexOf('/') + 1)..].Split('@')[0];
        var colon = name.IndexOf(':');
        return colon < 0 || colon == name.Length - 1 ? null : name[(colon + 1)..];
    }
}
