namespace Orchestrator.Modules.Tests.Changes;

/// <summary>Inputs of published modules for which null plans nothing, or less than it means, each with its reason.</summary>
internal static class PublishedExemptions
{
    /// <summary>The part of an input that no call gives.</summary>
    internal const string NotGiven = "no call gives it";

    /// <summary>The part of an input that says the default in every call.</summary>
    internal const string NothingDiffers = "no value of it";

    /// <summary>All of them.</summary>
    internal static ExemptionList All { get; } = new(
    [
        (@"^target-group (health_check|stickiness)\.enabled$", NotGiven, "it is on where the block is there; off is what leaving out the block says, and what only Lambda functions need not be"),
        (@"^security-group egress\.\*\.protocol$", NothingDiffers, "every call gives the default, but for all protocols, which have no ports"),
        (@"^target-group (target_group_health\.dns_failover(\.minimum_healthy_targets_count)?|load_balancing_algorithm|preserve_client_ip)$", NothingDiffers, "every call gives the default"),
        (@" validation_timeout_minutes$", @"timeouts\.create$", "says how long an apply waits; nothing in AWS has it"),
        (@" records\.\*\.overwrite$", "allow_overwrite$", "says what creating a record does; nothing in AWS has it"),
    ]);
}
