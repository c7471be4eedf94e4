using System.Text.Json.Serialization;

namespace Orchestrator.Modules.StaticIp;

/// <summary>How the Network Load Balancer's connections get to the Application Load Balancer.</summary>
public enum StaticIpMode
{
    /// <summary>
    /// A target group of type <c>alb</c> for each port: AWS's own answer. The Application Load Balancer is in the same VPC and account; it sees
    /// the clients' addresses.
    /// </summary>
    [JsonStringEnumMemberName("albTarget")]
    AlbTarget,

    /// <summary>
    /// A target group of type <c>ip</c> for each port, which a Lambda function keeps equal to the Application Load Balancer's addresses. For one
    /// in another VPC or account, and for attributes that groups of type <c>alb</c> do not have.
    /// </summary>
    [JsonStringEnumMemberName("lambdaSync")]
    LambdaSync,
}
