using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Events;

/// <summary>The events of a bucket's new objects.</summary>
internal static class UploadPattern
{
    private static readonly string[] Source = ["aws.s3"];
    private static readonly string[] DetailType = ["Object Created"];

    /// <summary>The pattern as a Terraform string.</summary>
    internal static string Text(Value<string> bucket, Value<string>? prefix, Value<string>? suffix, Func<object, string> write) => write(
        new JsonMap(
            // In the order of their names, as the provider keeps them in the state.
            ("detail", new JsonMap(
                ("bucket", new JsonMap(("name", new[] { bucket }))),
                ("object", KeyOf(prefix, suffix) is { } key ? new JsonMap(("key", new[] { key })) : null))),
            ("detail-type", DetailType),
            ("source", Source)));

    /// <summary>Two tests of one field are alternatives; a beginning and an end together are one wildcard.</summary>
    private static JsonMap? KeyOf(Value<string>? prefix, Value<string>? suffix) =>
        prefix is not null && suffix is not null ? new JsonMap(("wildcard", Wildcard(prefix, suffix)))
        : prefix is not null ? new JsonMap(("prefix", prefix))
        : suffix is not null ? new JsonMap(("suffix", suffix))
        : null;

    private static Value<string> Wildcard(Value<string> prefix, Value<string> suffix)
    {
        var pattern = $"{Escaped(prefix)}*{Escaped(suffix)}";
        return prefix.IsLiteral && suffix.IsLiteral ? pattern : new Expression(pattern);
    }

    private static string Escaped(Value<string> text) => text.TryGetLiteral(out var literal) ? literal.Replace("\\", "\\\\").Replace("*", "\\*") : text.ToString();
}
