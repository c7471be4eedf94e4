using System.Net;
using System.Text.Json.Nodes;
using Amazon;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Credentials;

namespace Orchestrator.Cli.Sync;

/// <summary>The sync function in AWS.</summary>
internal sealed class DeployedFunction
{
    private const int RegionInArn = 3;
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(6);
    private readonly AmazonLambdaClient _client;
    private readonly string _region;
    private readonly string _address;

    private DeployedFunction(string name, string region, string address, AmazonLambdaClient client)
    {
        Name = name;
        _region = region;
        _address = address;
        _client = client;
    }

    /// <summary>What the user calls it.</summary>
    internal string Name { get; }

    /// <summary>Finds region and credentials.</summary>
    /// <exception cref="Failure">One of them is not to be found.</exception>
    internal static DeployedFunction Connect(string name, string? region, string? profile, string? endpoint)
    {
        if (profile is not null)
        {
            AWSConfigs.AWSProfileName = profile;
        }
        var credentials = profile is null ? null : OfProfile(profile);
        var parts = name.Split(':');
        var known = region ?? (parts is ["arn", _, "lambda", ..] && parts.Length > RegionInArn ? parts[RegionInArn] : null) ?? FallbackRegionFactory.GetRegionEndpoint()?.SystemName
            ?? throw new Failure($"no region is known for the function {name}: give --region, set AWS_REGION, or name one in the profile");
        var config = new AmazonLambdaConfig { Timeout = LongestRun, MaxErrorRetry = 1 };
        if (endpoint is null)
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(known);
        }
        else
        {
            config.ServiceURL = endpoint;
            config.AuthenticationRegion = known;
        }
        return new DeployedFunction(name, known, endpoint ?? $"the Lambda service in {known}", new AmazonLambdaClient(credentials ?? Found(config), config));
    }

    /// <summary>Sends an event and returns the report that the function answers with.</summary>
    /// <exception cref="Failure">There is no report; the message says why and what to do.</exception>
    internal SyncReport Invoke(string content)
    {
        try
        {
            var response = _client.InvokeAsync(new InvokeRequest { FunctionName = Name, InvocationType = InvocationType.RequestResponse, Payload = content }).GetAwaiter().GetResult();
            var answer = Parse(response.Payload?.ToArray() ?? []);
            if (response.FunctionError is not null)
            {
                throw new Failure($"the function {Name} failed: {Message(answer)}; its log group has a line for each run; {Hint.Of("sync", "status", Name)} tells how things stand");
            }
            return SyncReport.Read(answer) ?? throw new Failure($"the function {Name} answered what is no report of the sync function: {Excerpt(response.Payload)}; is it the right function, and of this version?");
        }
        catch (ResourceNotFoundException)
        {
            throw new Failure($"there is no function {Name} in {_region}: check the name, the region (--region) and the account (--profile)");
        }
        catch (TooManyRequestsException exception)
        {
            throw new Failure($"the function {Name} is running already: one run at a time is reserved for it. Try again in a few seconds (429: {exception.Message})");
        }
        catch (AmazonLambdaException exception)
        {
            throw new Failure(Refused(exception));
        }
        catch (Exception exception) when (exception is AmazonClientException or HttpRequestException or IOException or OperationCanceledException)
        {
            throw new Failure($"{_address} could not be reached, so the function {Name} was not invoked, or its answer was lost: {FirstLine(exception)}; check the network, --endpoint-url and --region");
        }
    }

    private string Refused(AmazonLambdaException exception) => exception.StatusCode switch
    {
        HttpStatusCode.Forbidden when exception.ErrorCode is "AccessDeniedException" or "AccessDenied" =>
            $"the function {Name} may not be invoked: the caller needs lambda:InvokeFunction on {Arn}. AWS says: {exception.Message}",
        HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized =>
            $"AWS refuses the credentials for the function {Name}: {exception.ErrorCode}: {exception.Message}; sign in again, or name another profile with --profile",
        _ => $"the function {Name} could not be invoked: {exception.ErrorCode ?? exception.StatusCode.ToString()}: {exception.Message}",
    };

    private string Arn => Name.StartsWith("arn:", StringComparison.Ordinal) ? Name : $"arn:aws:lambda:{_region}:ACCOUNT:function:{Name}";

    private static AWSCredentials OfProfile(string profile) =>
        new CredentialProfileStoreChain().TryGetAWSCredentials(profile, out var credentials) ? credentials : throw new Failure($"there is no profile \"{profile}\" in the AWS configuration, or it has no credentials: aws configure list-profiles names them");

    private static AWSCredentials Found(IClientConfig config)
    {
        try
        {
            return DefaultAWSCredentialsIdentityResolver.GetCredentials(config);
        }
        catch (AmazonClientException)
        {
            throw new Failure("there are no AWS credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, sign in with aws sso login, or name a profile with --profile");
        }
    }

    private static JsonNode? Parse(byte[] content)
    {
        try
        {
            return JsonNode.Parse(content);
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    private static string Message(JsonNode? error) => error is JsonObject fields && fields["errorMessage"] is JsonValue message && message.TryGetValue<string>(out var text) ? text : "it did not say why (was it out of time or memory?)";

    private static string Excerpt(MemoryStream? payload)
    {
        const int Longest = 80;
        var text = System.Text.Encoding.UTF8.GetString(payload?.ToArray() ?? []).ReplaceLineEndings(" ");
        return text.Length == 0 ? "nothing" : text.Length > Longest ? $"{text[..Longest]}…" : text;
    }

    private static string FirstLine(Exception exception) => (exception.InnerException ?? exception).Message.Split('\n')[0].TrimEnd('.');
}
