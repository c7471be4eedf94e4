using Orchestrator.Review;
using Orchestrator.Review.Acknowledgements;
using Orchestrator.Review.Findings;
using Orchestrator.Review.Plans;
using Orchestrator.Review.Rules;
using Orchestrator.Review.Settings;

namespace Orchestrator.Cli.Deploy;

/// <summary>Reviews plan files.</summary>
/// <param name="terraform">What shows them.</param>
internal sealed class Reviewing(Terraform terraform)
{
    private readonly Reviewer _reviewer = new(PlanRules.All);

    /// <summary>Reviews a plan.</summary>
    /// <param name="directory">The directory that Terraform runs in.</param>
    /// <param name="plan">The plan file.</param>
    /// <param name="options">Where settings and acknowledgements stand.</param>
    /// <exception cref="Failure">The plan cannot be read, or came to an error.</exception>
    internal PlanReview Review(string directory, string plan, PlanOptions options)
    {
        var settings = PlanFile.ReadBeside(options.Settings, (name, text) => SettingsReader.Read(name, text, _reviewer.Rules));
        var acknowledgements = PlanFile.ReadBeside(options.Acknowledgements, (name, text) => AcknowledgementReader.Read(name, text, _reviewer.Rules));
        try
        {
            var read = terraform.Read(directory, ["show", "-json", plan], PlanReader.Read);
            return read.IsErrored ? throw new Failure("the plan came to an error, and is not whole") : _reviewer.Review(read, settings, acknowledgements);
        }
        catch (UnreadablePlanException exception)
        {
            throw new Failure($"the plan cannot be read: {exception.Message}");
        }
    }
}
