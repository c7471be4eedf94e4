namespace Amazon.Lambda.Core;

/// <summary>Turns payloads into what a handler takes, and what it returns into payloads.</summary>
public interface ILambdaSerializer
{
    /// <summary>Reads a payload.</summary>
    T Deserialize<T>(Stream requestStream);

    /// <summary>Writes a payload.</summary>
    void Serialize<T>(T response, Stream responseStream);
}
