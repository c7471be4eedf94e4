namespace Orchestrator.Modules.SecurityGroups;

/// <summary>Something that traffic goes to or comes from, and whose security groups can be opened for it.</summary>
public interface IConnectable
{
    /// <summary>Opens its security groups.</summary>
    Connections Connections { get; }
}
