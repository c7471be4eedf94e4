namespace Orchestrator.Review.Rules;

/// <summary>What stands before a load balancer or beside it on the way of the clients: each a table of what matters.</summary>
internal static class EntranceRules
{
    private const string Elb = "aws_elb";
    private const string TrustStore = "aws_lb_trust_store";
    private const string HealthCheck = "aws_route53_health_check";
    private const string OtherCheck = "If the endpoint does not answer the new check, Route 53 stops answering with the records that use it.";
    private const string Accelerator = "aws_globalaccelerator_accelerator";
    private const string Distribution = "aws_cloudfront_distribution";
    private const string EndpointService = "aws_vpc_endpoint_service";

    internal static IReadOnlyList<PlanRule> All { get; } =
    [
        new("PLAN45", Severity.Critical, "aws_elb, aws_elb_attachment", "A Classic Load Balancer is deleted or replaced, loses a listener, a subnet or an instance, or its groups, its health check or what it does with slow requests change.",
            "Clients are refused, or its instances get no requests.",
            "Move the clients to another load balancer first, and wait for the TTL of its name.")
        {
            Check = WatchTable.Check(
                [
                    new(Elb, Severity.Critical, "The load balancer is gone: its DNS name no longer resolves, and its instances get no requests.", "Its DNS name changes, and between the two nobody is served."),
                    new("aws_elb_attachment", Severity.High, "The instance gets no requests any more.", "The instance is taken out and put in again: it gets no requests meanwhile."),
                ],
                [
                    new(Elb, "listener", WatchKind.Shrunk, Severity.Critical, "A port is closed, or answers by other rules: clients of the old one are refused."),
                    new(Elb, "subnets", WatchKind.Shrunk, Severity.High, "The load balancer leaves a subnet: clients that still use its address there are refused."),
                    new(Elb, "instances", WatchKind.Shrunk, Severity.High, "Instances get no requests any more: the others take theirs at once."),
                    new(Elb, "security_groups", WatchKind.Changed, Severity.High, "Other rules decide who reaches the load balancer, and whether it reaches its instances."),
                    new(Elb, "health_check", WatchKind.Changed, Severity.High, "If the instances do not answer the new check, all of them go out of service at once."),
                    new(Elb, "cross_zone_load_balancing", WatchKind.SwitchedOff, Severity.High, "Each zone keeps its share: one without a healthy instance answers 503, one with fewer gives each more."),
                    new(Elb, "idle_timeout", WatchKind.Lowered, Severity.Medium, "Requests and idle connections that take longer than the new timeout are cut."),
                    new(Elb, "access_logs.0.enabled", WatchKind.SwitchedOff, Severity.Medium, "Who asked for what can no longer be looked up."),
                ]),
        },
        new("PLAN46", Severity.High, "aws_lb_trust_store, aws_lb_trust_store_revocation", "The certificates of a trust store change, or it or a revocation list of it is deleted or replaced.",
            "Another set of client certificates is accepted.",
            "Make a bundle with the old authorities and the new ones first; take the old ones out when no client has a certificate of theirs.")
        {
            Check = WatchTable.Check(
                [
                    new(TrustStore, Severity.High, "AWS refuses to delete a trust store that a listener uses; without one nobody checks client certificates.", "The new trust store decides which client certificates are accepted; AWS refuses to delete the old one as long as a listener uses it."),
                    new("aws_lb_trust_store_revocation", Severity.High, "Client certificates that the list revokes are accepted again.", "Client certificates that the old list revokes are accepted until the new one is there, and longer if it does not have them."),
                ],
                [.. new[] { "ca_certificates_bundle_s3_bucket", "ca_certificates_bundle_s3_key", "ca_certificates_bundle_s3_object_version" }
                    .Select(path => new Watch(TrustStore, path, WatchKind.Changed, Severity.High, "Clients whose certificates come from an authority that the new bundle does not have are refused; those of its new authorities get in."))]),
        },
        new("PLAN47", Severity.High, "aws_route53_health_check", "A health check is deleted or replaced, switched off, inverted, or checks something else.",
            "Route 53 answers with records whose target is dead, or stops answering with those whose target is well.",
            "Let the records use another health check first, and change or delete this one after that.")
        {
            Check = WatchTable.Check(
                [new(HealthCheck, Severity.High, "The status of a check that is deleted cannot be told: records that still use it may fail over, or no longer.", "Records use the new check when they are changed; until then the status of the old one cannot be told.")],
                [
                    new(HealthCheck, "disabled", WatchKind.SwitchedOn, Severity.High, "The check counts as healthy whatever the endpoint does: nothing fails over any more."),
                    new(HealthCheck, "invert_healthcheck", WatchKind.Changed, Severity.Critical, "What was healthy counts as unhealthy, and the other way round."),
                    .. new[] { "fqdn", "ip_address", "port", "type", "resource_path", "search_string", "child_healthchecks" }.Select(path => new Watch(HealthCheck, path, WatchKind.Changed, Severity.High, OtherCheck)),
                    new(HealthCheck, "enable_sni", WatchKind.Changed, Severity.High, "The endpoint is asked with its name in the TLS handshake, or without: it may answer with another certificate, or refuse."),
                    new(HealthCheck, "regions", WatchKind.Shrunk, Severity.Medium, "Fewer regions ask the endpoint: what only those saw no longer counts."),
                    new(HealthCheck, "child_health_threshold", WatchKind.Changed, Severity.High, "Another number of healthy checks decides whether the whole counts as healthy."),
                    new(HealthCheck, "insufficient_data_health_status", WatchKind.Changed, Severity.Medium, "Where the alarm has too little data, the endpoint counts otherwise than before."),
                    new(HealthCheck, "failure_threshold", WatchKind.Lowered, Severity.Low, "The endpoint counts as unhealthy after fewer failures."),
                ]),
        },
        new("PLAN48", Severity.Critical, "Global Accelerator, CloudFront, VPC endpoint services and links", "What clients reach before the load balancer is deleted, replaced or switched off, loses an endpoint, an alias or a principal, or sends elsewhere.",
            "Clients no longer reach the load balancer this way, or reach something else.",
            "Build the new way beside the old one, move the clients, then take the old one away.")
        {
            Check = WatchTable.Check(
                [
                    new(Accelerator, Severity.Critical, "The accelerator's addresses and its DNS name are gone: who uses them reaches nobody.", "The accelerator gets other addresses and another DNS name: who uses the old ones reaches nobody."),
                    new("aws_globalaccelerator_listener", Severity.Critical, "The accelerator no longer answers on the ports of the listener.", "The accelerator does not answer on the ports of the listener until the new one is made."),
                    new("aws_globalaccelerator_endpoint_group", Severity.Critical, "The accelerator no longer sends to the endpoints of this region.", "The accelerator does not send to the endpoints of this region until the new group is made."),
                    new(Distribution, Severity.Critical, "The distribution is gone: its names no longer answer.", "The distribution gets another domain name, and its aliases answer again when the new one is there."),
                    new(EndpointService, Severity.Critical, "Who reaches the load balancer through an endpoint in another VPC no longer does.", "The service gets another name: every endpoint of its consumers must be made again."),
                    new("aws_vpc_endpoint_service_allowed_principal", Severity.High, "The principal can make no endpoint to the service any more.", "The principal can make no endpoint to the service until it is allowed again."),
                    new("aws_apigatewayv2_vpc_link", Severity.Critical, "The API no longer reaches what is behind the link.", "The API does not reach what is behind the link until it uses the new one."),
                    new("aws_api_gateway_vpc_link", Severity.Critical, "The API no longer reaches what is behind the link.", "The API does not reach what is behind the link until it uses the new one."),
                ],
                [
                    new(Accelerator, "enabled", WatchKind.SwitchedOff, Severity.Critical, "The accelerator no longer takes connections."),
                    new("aws_globalaccelerator_listener", "port_range", WatchKind.Shrunk, Severity.Critical, "The accelerator no longer answers on a port."),
                    new("aws_globalaccelerator_listener", "client_affinity", WatchKind.Changed, Severity.Medium, "Clients may reach another endpoint with each connection, or always the same one."),
                    new("aws_globalaccelerator_endpoint_group", "traffic_dial_percentage", WatchKind.Lowered, Severity.High, "A part of this region's traffic goes to other regions at once, or is refused where there are none."),
                    new("aws_globalaccelerator_endpoint_group", "endpoint_configuration", WatchKind.Shrunk, Severity.High, "An endpoint gets no traffic any more, or another share."),
                    .. new[] { "health_check_path", "health_check_port", "health_check_protocol" }.Select(path => new Watch("aws_globalaccelerator_endpoint_group", path, WatchKind.Changed, Severity.High, "If the endpoints do not answer the new check, the accelerator takes them out.")),
                    new(Distribution, "enabled", WatchKind.SwitchedOff, Severity.Critical, "The distribution no longer answers."),
                    new(Distribution, "aliases", WatchKind.Shrunk, Severity.Critical, "Requests for the alias are refused (403)."),
                    new(Distribution, "origin", WatchKind.Changed, Severity.High, "Requests that are not in the cache go to another origin, or reach it in another way."),
                    new(Distribution, "default_cache_behavior.0.target_origin_id", WatchKind.Changed, Severity.High, "Requests that no other behaviour takes go to another origin."),
                    new(Distribution, "default_cache_behavior.0.viewer_protocol_policy", WatchKind.Changed, Severity.High, "Clients with plain HTTP are served, redirected or refused otherwise than before."),
                    new(Distribution, "ordered_cache_behavior", WatchKind.Changed, Severity.Medium, "Requests of a path are cached or sent otherwise than before."),
                    new(Distribution, "viewer_certificate", WatchKind.Changed, Severity.High, "Clients meet another certificate, or other versions of TLS."),
                    new(Distribution, "web_acl_id", WatchKind.Changed, Severity.High, "Other rules, or none, decide which requests are let through."),
                    new(EndpointService, "network_load_balancer_arns", WatchKind.Shrunk, Severity.High, "Consumers reach another load balancer, or in a zone none."),
                    new(EndpointService, "gateway_load_balancer_arns", WatchKind.Shrunk, Severity.High, "Consumers reach another load balancer, or in a zone none."),
                    new(EndpointService, "allowed_principals", WatchKind.Shrunk, Severity.High, "A principal can make no endpoint to the service any more."),
                    new(EndpointService, "acceptance_required", WatchKind.SwitchedOff, Severity.High, "Every allowed principal gets in without being accepted."),
                    new(EndpointService, "private_dns_name", WatchKind.Changed, Severity.High, "Consumers that use the private name reach nobody until the new one is verified."),
                ]),
        },
    ];
}
