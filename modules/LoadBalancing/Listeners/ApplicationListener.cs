using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.Values;
using Aws = HashiCorp.Cdktf.Providers.Aws;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>A listener of an Application Load Balancer, with its rules.</summary>
public sealed class ApplicationListener : ApplicationListenerBase
{
    /// <summary>Makes a listener.</summary>
    /// <param name="loadBalancer">The load balancer that it belongs to.</param>
    /// <param name="id">Its name; its address in the state is the load balancer's name, an underscore and this.</param>
    /// <param name="props">What it declares.</param>
    public ApplicationListener(ApplicationLoadBalancerBase loadBalancer, string id, ApplicationListenerProps props)
        : base(loadBalancer, id, props)
    {
        Arn = Expression.Attribute("aws_lb_listener", LogicalId, "arn");
        Protocol = props.Protocol;
        Model.Made.Add(Arn, this);
        var (responses, requests) = (props.ResponseHeaders ?? new(), props.RequestHeaderNames ?? new());
        Resource = Make<Aws.LbListener.LbListener>(MainResourceId, new Aws.LbListener.LbListenerConfig
        {
            LoadBalancerArn = Emit.Text(loadBalancer.Arn)!,
            Port = Emit.Number(props.Port),
            Protocol = Emit.Member(props.Protocol),
            CertificateArn = Emit.Text(props.Certificate?.Arn),
            SslPolicy = Emit.Text(props.SslPolicy.Or(Value.When<string>(props.Protocol.IsAnyOf(ApplicationProtocol.Https), TlsPolicy.Default, null))),
            MutualAuthentication = props.Protocol.IsAnyOf(ApplicationProtocol.Https).Is(false) ? null : MutualAuthenticationOf(props.MutualAuthentication),
            DefaultAction = ActionBlocks.Of(props.DefaultAction, secret => Secrets.ExpressionOf(this, secret)),
            RoutingHttpResponseStrictTransportSecurityHeaderValue = Emit.Text(responses.StrictTransportSecurity),
            RoutingHttpResponseContentSecurityPolicyHeaderValue = Emit.Text(responses.ContentSecurityPolicy),
            RoutingHttpResponseXContentTypeOptionsHeaderValue = Emit.Text(responses.ContentTypeOptions),
            RoutingHttpResponseXFrameOptionsHeaderValue = Emit.Text(responses.FrameOptions),
            RoutingHttpResponseAccessControlAllowOriginHeaderValue = Emit.Text(responses.AccessControlAllowOrigin),
            RoutingHttpResponseAccessControlAllowMethodsHeaderValue = Emit.Text(responses.AccessControlAllowMethods),
            RoutingHttpResponseAccessControlAllowHeadersHeaderValue = Emit.Text(responses.AccessControlAllowHeaders),
            RoutingHttpResponseAccessControlAllowCredentialsHeaderValue = Emit.Text(responses.AccessControlAllowCredentials),
            RoutingHttpResponseAccessControlExposeHeadersHeaderValue = Emit.Text(responses.AccessControlExposeHeaders),
            RoutingHttpResponseAccessControlMaxAgeHeaderValue = Emit.Text(responses.AccessControlMaxAge),
            RoutingHttpResponseServerEnabled = Emit.Boolean(responses.Server.Or(true)),
            RoutingHttpRequestXAmznMtlsClientcertSerialNumberHeaderName = Emit.Text(requests.ClientCertificateSerialNumber),
            RoutingHttpRequestXAmznMtlsClientcertIssuerHeaderName = Emit.Text(requests.ClientCertificateIssuer),
            RoutingHttpRequestXAmznMtlsClientcertSubjectHeaderName = Emit.Text(requests.ClientCertificateSubject),
            RoutingHttpRequestXAmznMtlsClientcertValidityHeaderName = Emit.Text(requests.ClientCertificateValidity),
            RoutingHttpRequestXAmznMtlsClientcertLeafHeaderName = Emit.Text(requests.ClientCertificateLeaf),
            RoutingHttpRequestXAmznMtlsClientcertHeaderName = Emit.Text(requests.ClientCertificate),
            RoutingHttpRequestXAmznTlsVersionHeaderName = Emit.Text(requests.TlsVersion),
            RoutingHttpRequestXAmznTlsCipherSuiteHeaderName = Emit.Text(requests.TlsCipherSuite),
            Tags = Emit.Map(props.Tags),
        });
        AdditionalCertificates.Add(this, Arn, props.AdditionalCertificates);
        TargetWiring.Open(Model, props.DefaultAction, loadBalancer);
        Routes.Of(Model).Add(new Route(Resource, "default_action", $"aws_lb_listener.{LogicalId}", null), props.DefaultAction.Targets().Select(target => target.TargetGroup.Arn));
        foreach (var (name, rule) in props.Rules)
        {
            AddRule(name, rule);
        }
    }

    /// <inheritdoc/>
    public override Value<string> Arn { get; }

    /// <inheritdoc/>
    public override Value<ApplicationProtocol>? Protocol { get; }

    /// <summary>The resource itself, for what this construct does not cover.</summary>
    public Aws.LbListener.LbListener Resource { get; }

    private static Aws.LbListener.LbListenerMutualAuthentication MutualAuthenticationOf(MutualAuthenticationProps? props) => new()
    {
        Mode = Emit.Member(Value.When(Presence.Of(props), props?.Mode, MutualAuthenticationMode.Off))!,
        TrustStoreArn = Emit.Text(props?.TrustStore?.Arn),
        IgnoreClientCertificateExpiry = Emit.Boolean((props?.IgnoreClientCertificateExpiry).Or(OffWhereVerified(props))),
        AdvertiseTrustStoreCaNames = Emit.OnOrOff((props?.AdvertiseTrustStoreCaNames).Or(OffWhereVerified(props))),
    };

    private static Value<bool>? OffWhereVerified(MutualAuthenticationProps? props) => Value.When<bool>((props?.Mode).IsAnyOf(MutualAuthenticationMode.Verify), false, null);
}
