namespace Orchestrator.Modules.Findings;

/// <summary>Marks the props of something that is declared by name: the rules see each of them as a <see cref="Declaration{TProps}"/>.</summary>
public interface IProps;
