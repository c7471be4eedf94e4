using Orchestrator.Modules.Certificates;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>What holds of the listeners of Application Load Balancers.</summary>
internal static class ListenerRules
{
    private static readonly string[] FrameOptions = ["DENY", "SAMEORIGIN"];
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PUT", "PATCH"];
    /// <summary>The name that a header field about TLS gets.</summary>
    internal static readonly TextMatching HeaderName = new("^[A-Za-z0-9_-]+$", 40, "1 to 40 letters, digits, hyphens and underscores");

    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("LSN180", "A listener's port is 1 to 65535.", "CreateListener rejects it.", "elbv2 CreateListenerInput.Port")
            .ForAll(CheckPorts)
            .Bounding((ApplicationListenerProps listener) => listener.Port, new NumberBetween(1, 65535))
            .Bounding((NetworkListenerProps listener) => listener.Port, new NumberBetween(1, 65535)),
        Rule.Error("LSN067", "An HTTPS listener has a certificate; an HTTP listener has neither a certificate nor a TLS policy.", "CreateListener rejects it.", "elbv2 CreateListenerInput.Certificates, SslPolicy")
            .For<ApplicationListenerProps>(CheckTls),
        Rule.Error("LSN076", "Clients' certificates are for HTTPS; they are verified against a trust store, which has no other use.", "CreateListener rejects it.", "elbv2 MutualAuthenticationAttributes; CDK validateMutualAuthentication")
            .For<ApplicationListenerProps>(CheckMutualAuthentication),
        Rule.Error("LSN077", "Additional certificates are for HTTPS and TLS, and none repeats the listener's own.", "AddListenerCertificates rejects it.", "elbv2 AddListenerCertificatesInput")
            .ForAll(CheckAdditionalCertificates),
        Rule.Error("LSN078", "Response header fields have values that AWS accepts; header fields about TLS and clients' certificates are renamed on HTTPS listeners only.", "ModifyListenerAttributes rejects it after the listener has been made.", "elbv2 ListenerAttribute.Key")
            .For<ApplicationListenerProps>(CheckHeaders),
    ];

    private static void CheckPorts(Model model, Report report)
    {
        foreach (var listener in model.Declarations)
        {
            var port = listener.Props switch { ApplicationListenerProps application => application.Port, NetworkListenerProps network => network.Port, _ => null };
            if (port.IsLiteral(out var number) && number is < 1 or > 65535)
            {
                report.At(listener).Add("port", "is out of range", $"{number}", "1 to 65535", "use a value that is allowed");
            }
        }
    }

    private static void CheckTls(ApplicationListenerProps listener, Report report)
    {
        if (listener.Protocol.Is(ApplicationProtocol.Https) && (listener.Certificate is null || listener.Certificate.Arn.Is("")))
        {
            report.Add("certificate", "is missing", null, "a certificate in the load balancer's region", "set certificate, or use HTTP");
        }
        if (listener.Protocol.Is(ApplicationProtocol.Http))
        {
            Refuse("certificate", listener.Certificate);
            Refuse("sslPolicy", listener.SslPolicy is null ? null : Quoted.Of(listener.SslPolicy.ToString()));
        }

        void Refuse(string property, object? value)
        {
            if (value is not null)
            {
                report.Add(property, "is for HTTPS only", $"{value}", "nothing on an HTTP listener", "set protocol to HTTPS, or remove it");
            }
        }
    }

    private static void CheckMutualAuthentication(ApplicationListenerProps listener, Report report)
    {
        if (listener.MutualAuthentication is not { } mutual)
        {
            return;
        }
        if (listener.Protocol.Is(ApplicationProtocol.Http) && !mutual.Mode.Is(MutualAuthenticationMode.Off))
        {
            report.Add("mutualAuthentication", "is for HTTPS only", $"{mutual.Mode}", "nothing on an HTTP listener", "set protocol to HTTPS, or remove it");
        }
        if (!mutual.Mode.TryGetLiteral(out var mode))
        {
            return;
        }
        if (mode == MutualAuthenticationMode.Verify && mutual.TrustStore is null)
        {
            report.Add("mutualAuthentication.trustStore", "is missing", null, "a trust store for verify", "name the trust store, or use passthrough");
        }
        foreach (var (property, value) in new (string, object?)[] { ("trustStore", mutual.TrustStore), ("ignoreClientCertificateExpiry", mutual.IgnoreClientCertificateExpiry), ("advertiseTrustStoreCaNames", mutual.AdvertiseTrustStoreCaNames) })
        {
            if (mode != MutualAuthenticationMode.Verify && value is not null)
            {
                report.Add($"mutualAuthentication.{property}", "is for verify only", $"{value} with {Spelling.Of(mode)}", "nothing with this mode", "set mode to verify, or remove it");
            }
        }
    }

    private static void CheckAdditionalCertificates(Model model, Report report)
    {
        foreach (var listener in model.Declarations)
        {
            if (listener.Props is ApplicationListenerProps application)
            {
                CheckAdditionalCertificates(application.AdditionalCertificates, application.Certificate, application.Protocol.Is(ApplicationProtocol.Http) ? "HTTP" : null, report.At(listener));
            }
            else if (listener.Props is NetworkListenerProps network)
            {
                var isPlain = network.Protocol.TryGetLiteral(out var protocol) && protocol != NetworkProtocol.Tls;
                CheckAdditionalCertificates(network.AdditionalCertificates, network.Certificate, isPlain ? Spelling.Of(protocol) : null, report.At(listener));
            }
        }
    }

    private static void CheckAdditionalCertificates(IReadOnlyDictionary<string, ICertificate> certificates, ICertificate? own, string? plainProtocol, Report report)
    {
        if (certificates.Count > 0 && plainProtocol is not null)
        {
            report.Add("additionalCertificates", "are for HTTPS and TLS only", $"{certificates.Count} with {plainProtocol}", "nothing on this listener", "set protocol to HTTPS or TLS, or remove them");
            return;
        }
        var owners = new Dictionary<Value<string>, string>();
        if (own is not null)
        {
            owners[own.Arn] = "the listener's own certificate";
        }
        foreach (var (name, certificate) in certificates)
        {
            if (!owners.TryAdd(certificate.Arn, $"the certificate of additionalCertificates.{name}"))
            {
                report.Add($"additionalCertificates.{name}", $"is {owners[certificate.Arn]} too", $"{certificate}", "each certificate once", "remove one of the two");
            }
        }
    }

    private static void CheckHeaders(ApplicationListenerProps listener, Report report)
    {
        if (listener.ResponseHeaders is { } headers)
        {
            CheckValue("contentTypeOptions", headers.ContentTypeOptions, text => text == "nosniff", "nosniff");
            CheckValue("frameOptions", headers.FrameOptions, text => FrameOptions.Contains(text) || text.StartsWith("ALLOW-FROM https://", StringComparison.Ordinal), "DENY, SAMEORIGIN or ALLOW-FROM https://…");
            CheckValue("accessControlAllowCredentials", headers.AccessControlAllowCredentials, text => text == "true", "\"true\"");
            CheckValue("accessControlMaxAge", headers.AccessControlMaxAge, text => int.TryParse(text, out var seconds) && seconds is >= 0 and <= 86_400, "\"0\" to \"86400\"");
            CheckValue("accessControlAllowMethods", headers.AccessControlAllowMethods, text => text == "*" || text.Split(',').All(method => Methods.Contains(method.Trim())), $"{string.Join(", ", Methods)}, or *");
        }
        if (listener.RequestHeaderNames is { } names)
        {
            foreach (var (property, value) in names.All())
            {
                if (listener.Protocol.Is(ApplicationProtocol.Http))
                {
                    report.Add($"requestHeaderNames.{property}", "is for HTTPS only", $"{value}", "nothing on an HTTP listener", "set protocol to HTTPS, or remove it");
                }
                else if (value.IsLiteral(out var name) && !HeaderName.Accepts(name))
                {
                    report.Add($"requestHeaderNames.{property}", "is not legal", Quoted.Of(name), HeaderName.Allowed, "choose such a name");
                }
            }
        }

        void CheckValue(string property, Value<string>? value, Func<string, bool> isLegal, string allowed)
        {
            if (value.IsLiteral(out var text) && !isLegal(text))
            {
                report.Add($"responseHeaders.{property}", "is not accepted", Quoted.Of(text), allowed, "use a value that is allowed, or remove it");
            }
        }
    }
}
