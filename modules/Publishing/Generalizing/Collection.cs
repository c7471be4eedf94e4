using Orchestrator.Hcl.Expressions;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Publishing;

/// <summary>
/// A collection that the caller of a module fills. In the one configuration that the constructs make, two symbols stand for any of its elements: for
/// the key, wherever a name would be, and for the value, in expressions.
/// </summary>
/// <param name="Number">What tells its symbols from those of others.</param>
/// <param name="Path">The collection as an expression: <c>var.listeners</c>, or below an element of another, <c>Each1Item.rules</c>.</param>
/// <param name="ElementName">What an element is called: <c>listener</c>.</param>
/// <param name="IsOfScalars">Whether its elements are plain values, so that it can become a list or a map as a whole.</param>
/// <param name="Block">The block that is repeated for each element; the innermost that an element is in unless it is named.</param>
/// <param name="IsList">Whether it is a list, whose elements' keys are their places.</param>
internal sealed record Collection(int Number, string Path, string ElementName, bool IsOfScalars, string? Block = null, bool IsList = false)
{
    /// <summary>Stands for an element's key. Letters and digits alone: it can be part of any name.</summary>
    internal string Key => $"Each{Number}Key";

    /// <summary>Stands for an element.</summary>
    internal string Item => $"Each{Number}Item";

    /// <summary>The collection as a tree.</summary>
    internal Syntax Syntax { get; } = Parser.Expression(Path);

    /// <summary>What a key is called where an element has its name.</summary>
    internal string KeyName => $"{ElementName}_key";

    /// <summary>None of its elements.</summary>
    internal Syntax None => IsList ? new ListSyntax([]) : new ObjectSyntax([]);

    /// <summary>A condition on an element as one on all of them.</summary>
    internal Syntax All(Syntax condition) => Syntaxes.Call("alltrue", new ForSyntax(null, ElementName, Syntax, null, condition.Rewrite(part => part is NameSyntax name && name.Name == Item ? Hcl.Expressions.Syntax.Of(ElementName) : null)));

    /// <summary>What stands for the element whose key a symbol stands for.</summary>
    internal static string ItemOf(string key) => key.Replace("Key", "Item", StringComparison.Ordinal);
}
