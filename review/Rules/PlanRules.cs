namespace Orchestrator.Review.Rules;

/// <summary>Every rule there is, in one place.</summary>
public static class PlanRules
{
    /// <summary>The rules, by id.</summary>
    public static IReadOnlyList<PlanRule> All { get; } =
    [
        .. new[]
        {
            AddressRules.All,
            LoadBalancerRules.All,
            TargetGroupRules.All,
            TargetGroupAttributeRules.All,
            NameRules.All,
            ListenerRules.All,
            ListenerRuleRules.All,
            TlsRules.All,
            OpenPortRules.All,
            SecurityGroupRules.All,
            DnsRules.All,
            EcsRules.All,
            SyncRules.All,
            AttachmentRules.All,
            WholePlanRules.All,
            RemovedSettingRules.All,
            RenameRules.All,
            CertificateRules.All,
            FrontDoorRules.All,
            ZoneRules.All,
            LoadBalancerAttributeRules.All,
            EntranceRules.All,
            AuthenticationRules.All,
            ShadowRules.All,
            ContractRules.All,
            DeploymentStrategyRules.All,
            InstanceRules.All,
            DataRules.All,
            StartRules.All,
            WayOutRules.All,
        }.SelectMany(rules => rules).OrderBy(rule => rule.Id, StringComparer.Ordinal),
    ];
}
