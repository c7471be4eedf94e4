namespace Orchestrator.Modules.Findings;

/// <summary>
/// Where a part and its properties are written, in what stands for it. A property that has the same name there is the same one; any other comes
/// from what is written as a whole.
/// </summary>
/// <param name="path">The path of what the part comes from.</param>
/// <param name="written">The kind of what is there; null for a single value.</param>
/// <param name="elsewhere">Properties with another name or in another place: the beginning of their path in the part, and the path that takes its place. The first that fits counts.</param>
internal sealed class WrittenPlaces(string path, Type? written = null, params IReadOnlyList<(string Beginning, string Place)> elsewhere)
{
    /// <summary>The path of a property of the part; of the part itself where the property is empty.</summary>
    internal string Of(string property)
    {
        var (beginning, place) = elsewhere.FirstOrDefault(moved => Begins(property, moved.Beginning), (Beginning: "", Place: path));
        var rest = property[beginning.Length..];
        return place != path ? place + rest : IsWritten(rest.TrimStart('.')) ? PropertyPath.Join(path, rest.TrimStart('.')) : path;
    }

    private bool IsWritten(string property) =>
        written?.GetProperties().Any(candidate => Begins(property, PropertyPath.CamelCase(candidate.Name))) == true;

    private static bool Begins(string property, string beginning) =>
        property.StartsWith(beginning, StringComparison.Ordinal) && (property.Length == beginning.Length || property[beginning.Length] is '.' or '[');
}
