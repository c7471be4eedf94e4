namespace Orchestrator.Lambda.Resolve;

/// <summary>Observes a load balancer's addresses.</summary>
internal interface IAddressResolver
{
    /// <summary>Asks the DNS.</summary>
    /// <exception cref="ResolveException">It gave no answer that can be used.</exception>
    Task<Observation> ObserveAsync(CancellationToken cancellationToken);
}
