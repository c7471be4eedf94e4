namespace VerifyTests;

public sealed partial class VerifySettings
{
    internal IReadOnlyList<object?>? Parameters { get; private set; }

    internal string? ParametersText { get; private set; }

    /// <summary>
    /// Names the values of the test's parameters, so that each case of a theory has a snapshot of its own:
    /// <c>CLASS.METHOD_name=value_name=value.verified.txt</c>. Characters that some file system refuses become <c>-</c>.
    /// </summary>
    /// <param name="parameters">The values, in the order of the method's parameters; the last ones may be left out.</param>
    /// <exception cref="ArgumentException">There are none.</exception>
    /// <exception cref="InvalidOperationException">A file name or a text for the parameters is set.</exception>
    public void UseParameters(params object?[] parameters)
    {
        Guard.NotEmpty(parameters);
        Guard.Excludes(FileName, nameof(UseParameters), nameof(UseFileName));
        Guard.Excludes(ParametersText, nameof(UseParameters), nameof(UseTextForParameters));
        Parameters = parameters;
    }

    /// <summary>Names the value of the test's first parameter; see <see cref="UseParameters(object?[])"/>.</summary>
    /// <param name="parameter">The value.</param>
    /// <typeparam name="T">Its type.</typeparam>
    /// <exception cref="InvalidOperationException">A file name or a text for the parameters is set.</exception>
    public void UseParameters<T>(T parameter) => UseParameters([(object?)parameter]);

    /// <summary>Names the value of the test's first parameter, an array; see <see cref="UseParameters(object?[])"/>.</summary>
    /// <param name="parameters">The value: its elements are joined by commas.</param>
    /// <typeparam name="T">The type of an element.</typeparam>
    /// <exception cref="InvalidOperationException">A file name or a text for the parameters is set.</exception>
    public void UseParameters<T>(T[] parameters) => UseParameters([(object?)parameters]);

    /// <summary>Sets what stands in the file name for the parameters: <c>CLASS.METHOD_TEXT.verified.txt</c>.</summary>
    /// <param name="parametersText">The text. It is part of a file name as it is.</param>
    /// <exception cref="ArgumentException">It is empty, begins with a period or contains a directory separator.</exception>
    /// <exception cref="InvalidOperationException">Values of the parameters are set.</exception>
    public void UseTextForParameters(string parametersText)
    {
        Guard.Excludes(Parameters, nameof(UseTextForParameters), nameof(UseParameters));
        ParametersText = Guard.NamePart(parametersText);
    }
}
