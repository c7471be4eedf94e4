using System.Reflection;

namespace VerifyTests;

/// <summary>The part of a snapshot's name that tells the cases of a theory from each other.</summary>
internal static class ParameterText
{
    /// <summary><c>_name=value_name=value</c>, or the text that was set, or nothing.</summary>
    /// <exception cref="InvalidOperationException">There are more values than parameters.</exception>
    public static string Of(MethodInfo test, VerifySettings settings)
    {
        if (settings.ParametersText is { } text)
        {
            return $"_{text}";
        }
        var parameters = test.GetParameters();
        if (parameters.Length == 0 || settings.Parameters is not { } values)
        {
            return "";
        }
        return values.Count <= parameters.Length
            ? string.Concat(parameters.Zip(values, (parameter, value) => $"_{parameter.Name}={ParameterValue.Of(value)}"))
            : throw new InvalidOperationException(
                $"{nameof(VerifySettings.UseParameters)} got {values.Count} values, but {test.Name} has {parameters.Length} parameters.");
    }
}
