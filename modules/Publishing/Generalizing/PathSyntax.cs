using Orchestrator.Hcl.Expressions;

namespace Orchestrator.Modules.Publishing;

/// <summary>Attributes of attributes: <c>var.listener.port</c>.</summary>
internal static class PathSyntax
{
    /// <summary>The names of a path, the first of which is in scope; null where it is none.</summary>
    internal static IReadOnlyList<string>? Of(Syntax syntax)
    {
        var names = new List<string>();
        for (; syntax is AttributeSyntax attribute; syntax = attribute.Target)
        {
            names.Insert(0, attribute.Name);
        }
        return syntax is NameSyntax name ? [name.Name, .. names] : null;
    }

    /// <summary>Something with attributes of attributes of it.</summary>
    internal static Syntax Then(this Syntax syntax, IEnumerable<string> names) => names.Aggregate(syntax, (target, name) => target.Attribute(name));

    /// <summary>The beginnings of a path, the shortest first, the path itself last.</summary>
    internal static IEnumerable<string> BeginningsOf(string path) => path.Split('.') is var parts ? Enumerable.Range(1, parts.Length).Select(length => string.Join('.', parts[..length])) : [];
}
