namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>A payload could not be read or written.</summary>
public class JsonSerializerException : Exception
{
    /// <summary>Makes the exception.</summary>
    public JsonSerializerException(string message) : base(message)
    {
    }

    /// <summary>Makes the exception with its cause.</summary>
    public JsonSerializerException(string message, Exception exception) : base(message, exception)
    {
    }
}
