namespace Amazon.Lambda.Core;

/// <summary>The mobile application that invoked the function, and where it runs.</summary>
public interface IClientContext
{
    /// <summary>What the mobile SDK tells of the environment.</summary>
    IDictionary<string, string> Environment { get; }

    /// <summary>The application.</summary>
    IClientApplication Client { get; }

    /// <summary>What the application added.</summary>
    IDictionary<string, string> Custom { get; }
}
