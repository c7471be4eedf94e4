namespace VerifyTests;

public sealed partial class SettingsTask
{
    /// <inheritdoc cref="VerifySettings.UseDirectory"/>
    /// <returns>This comparison.</returns>
    public SettingsTask UseDirectory(string directory)
    {
        CurrentSettings.UseDirectory(directory);
        return this;
    }

    /// <inheritdoc cref="VerifySettings.UseFileName"/>
    /// <returns>This comparison.</returns>
    public SettingsTask UseFileName(string fileName)
    {
        CurrentSettings.UseFileName(fileName);
        return this;
    }

    /// <inheritdoc cref="VerifySettings.UseParameters(object?[])"/>
    /// <returns>This comparison.</returns>
    public SettingsTask UseParameters(params object?[] parameters)
    {
        CurrentSettings.UseParameters(parameters);
        return this;
    }

    /// <inheritdoc cref="VerifySettings.UseParameters{T}(T)"/>
    /// <returns>This comparison.</returns>
    public SettingsTask UseParameters<T>(T parameter)
    {
        CurrentSettings.UseParameters(parameter);
        return this;
    }

    /// <inheritdoc cref="VerifySettings.UseParameters{T}(T[])"/>
    /// <returns>This comparison.</returns>
    public SettingsTask UseParameters<T>(T[] parameters)
    {
        CurrentSettings.UseParameters(parameters);
        return this;
    }

    /// <inheritdoc cref="VerifySettings.UseTextForParameters"/>
    /// <returns>This comparison.</returns>
    public SettingsTask UseTextForParameters(string parametersText)
    {
        CurrentSettings.UseTextForParameters(parametersText);
        return this;
    }
}
