namespace Amazon.Lambda.Core;

/// <summary>A Cognito identity.</summary>
public interface ICognitoIdentity
{
    /// <summary>The id of the identity.</summary>
    string IdentityId { get; }

    /// <summary>The id of the pool that it is in.</summary>
    string IdentityPoolId { get; }
}
