using System.CommandLine;

namespace Orchestrator.Cli.Sync;

/// <summary>Which function is meant, and how AWS is reached.</summary>
internal sealed class FunctionOptions
{
    private readonly Argument<string> _function = new("FUNCTION") { Description = "The function's name or ARN, with :ALIAS or :VERSION where one is meant." };
    private readonly Option<string?> _region = new("--region") { Description = "The function's region. That of the ARN, of AWS_REGION or of the profile unless given.", HelpName = "REGION" };
    private readonly Option<string?> _profile = new("--profile") { Description = "A profile of the AWS configuration. The credentials are found as the AWS SDK finds them unless given.", HelpName = "NAME" };
    private readonly Option<string?> _endpoint = new("--endpoint-url") { Description = "The address of the Lambda service, for an emulator or a VPC endpoint.", HelpName = "URL" };

    internal FunctionOptions() => _endpoint.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<string?>() is { } text && !(Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
        {
            result.AddError($"--endpoint-url is \"{text}\": it must be an http or https address such as https://lambda.eu-west-1.amazonaws.com.");
        }
    });

    internal void AddTo(Command command)
    {
        command.Add(_function);
        command.Add(_region);
        command.Add(_profile);
        command.Add(_endpoint);
    }

    /// <exception cref="Failure">There is no region, or no such profile, or there are no credentials.</exception>
    internal DeployedFunction Connect(ParseResult result) => DeployedFunction.Connect(result.GetValue(_function)!, result.GetValue(_region), result.GetValue(_profile), result.GetValue(_endpoint));
}
