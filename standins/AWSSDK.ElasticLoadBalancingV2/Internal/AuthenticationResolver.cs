using Amazon.Runtime;
using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;

namespace Amazon.ElasticLoadBalancingV2.Internal;

/// <summary>Every operation is signed with signature version 4.</summary>
internal sealed class AuthenticationResolver : BaseAuthResolverHandler
{
    private static readonly List<IAuthSchemeOption> Options = [new AuthSchemeOption { SchemeId = "aws.auth#sigv4" }];

    protected override List<IAuthSchemeOption> ResolveAuthOptions(IExecutionContext executionContext) => Options;
}
