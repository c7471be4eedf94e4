namespace Orchestrator.Simulation.Play;

/// <summary>Which function plays.</summary>
public enum Algorithm
{
    /// <summary>This project's: the very code that is deployed.</summary>
    Sync,

    /// <summary>That of AWS's article, which the published Python function follows.</summary>
    Article,

    /// <summary>None: the group stays as it was.</summary>
    Nothing,
}
