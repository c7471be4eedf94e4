namespace Orchestrator.Modules.Findings;

/// <summary>Where a rule comes from.</summary>
/// <param name="Text">The place in words: an AWS API input, a guide's page, a measurement.</param>
/// <param name="Page">The official page about it, or null where there is none.</param>
public sealed record Source(string Text, Uri? Page)
{
    /// <summary>A place in words, with its page where <see cref="SourcePages"/> knows one.</summary>
    public static implicit operator Source(string text) => new(text, SourcePages.Find(text));

    /// <inheritdoc/>
    public override string ToString() => Text;
}
