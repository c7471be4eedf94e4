using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Orchestrator.Cli.Deploy;
using Orchestrator.Cli.Output;
using Orchestrator.Cli.Toolchain;
using Orchestrator.Modules.State;
using System.CommandLine.Parsing;

namespace Orchestrator.Cli;

/// <summary><c>state</c>: what states need that is not of any one stack.</summary>
internal static partial class StateCommand
{
    private const string DefaultOutput = "state.out";

    internal static Command Create() => new("state", "Makes the bucket that states are kept in.") { CreateBootstrap() };

    private static ExampleCommand CreateBootstrap()
    {
        var bucket = Required("--bucket", "The bucket's name, unique in the whole of AWS.", "NAME", BucketName(), "3 to 63 lower-case letters, digits, hyphens and dots, a letter or digit at either end");
        var region = Required("--region", "The bucket's region.", "REGION", RegionName(), "a region's code such as eu-central-1");
        var account = Required("--account-id", "The account; Terraform refuses to run with the credentials of another.", "ID", AccountId(), "12 digits");
        var repository = new Option<string?>("--github") { Description = "The repository whose workflows plan and apply: makes an OpenID Connect provider and a role for each of the two. None unless given.", HelpName = "OWNER/NAME" };
        Require(repository, Repository(), "OWNER/NAME as GitHub has it");
        var provider = new Option<string?>("--github-provider-arn") { Description = "The account's OpenID Connect provider of GitHub, where it has one: it can have no second. It must know the audience sts.amazonaws.com. One is made unless given.", HelpName = "ARN" };
        Require(provider, ProviderArn(), $"the ARN of an IAM OpenID Connect provider of GitHub such as arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com");
        var prefix = new Option<string>("--prefix") { Description = "What the names of the roles, of the policies and of the key's alias begin with; another one for each bucket of an account. terraform unless given.", HelpName = "NAME", DefaultValueFactory = _ => StateBucketProps.DefaultPrefix };
        Require(prefix, Prefix(), "1 to 32 letters, digits, hyphens and underscores, a letter first, and not aws");
        var environment = new Option<string>("--environment") { Description = "The environment of the repository whose jobs may apply. production unless given.", HelpName = "NAME", DefaultValueFactory = _ => "production" };
        Require(environment, EnvironmentName(), "1 to 255 letters, digits, hyphens, underscores and dots");
        var branch = new Option<string>("--branch") { Description = "The branch whose jobs may apply; no other branch gets the role, whatever its workflows name. main unless given.", HelpName = "NAME", DefaultValueFactory = _ => "main" };
        Require(branch, BranchName(), "a branch's whole name, without wildcards");
        var output = new Option<string>("--out") { Description = $"The output directory. {DefaultOutput} unless given.", HelpName = "DIR", DefaultValueFactory = _ => DefaultOutput };
        var migrates = new Option<bool>("--migrate") { Description = "Moves the stack's own state from the local file into the bucket, once that has been applied." };
        var backendConfig = DeployOptions.BackendConfig();
        var program = DeployOptions.Program();
        var command = new ExampleCommand(
            "bootstrap",
            "Writes the stack of a bucket for states, versioned, encrypted and closed, with policies for who plans and who applies. Plan and apply it like any other; its own state is local until --migrate moves it into the bucket.",
            "./orchestrator state bootstrap --bucket example-terraform-state --region eu-central-1 --account-id 111122223333 --github example/shop",
            "./orchestrator state bootstrap --bucket example-billing-state --region eu-central-1 --account-id 111122223333 --github example/billing --github-provider-arn arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com --prefix billing",
            "./orchestrator plan --synthesized state.out",
            "./orchestrator state bootstrap --bucket example-terraform-state --region eu-central-1 --account-id 111122223333 --github example/shop --migrate")
        {
            bucket,
            region,
            account,
            repository,
            environment,
            branch,
            provider,
            prefix,
            output,
            migrates,
            backendConfig,
            program,
            Terminal.IsVerbose,
        };
        command.Validators.Add(result => CheckProvider(result, provider, repository, account));
        command.SetAction(result =>
        {
            var directory = result.GetValue(output)!;
            void Write(bool isInBucket) => StateCommand.Write(
                new() { Name = result.GetValue(bucket)!, GitHubRepository = result.GetValue(repository), Environment = result.GetValue(environment)!, Branch = result.GetValue(branch)!, GitHubProviderArn = result.GetValue(provider), Prefix = result.GetValue(prefix)! }, result.GetValue(region)!, result.GetValue(account)!, isInBucket, directory);
            return result.GetValue(migrates) ? Migrate(Write, directory, DeployOptions.WholeBackendConfig(result.GetValue(backendConfig)!), result.GetValue(program)) : Begin(Write, directory);
        });
        return command;
    }

    private static void CheckProvider(CommandResult result, Option<string?> provider, Option<string?> repository, Option<string> account)
    {
        if (result.GetResult(provider) is not { Tokens: [var arn] })
        {
            return;
        }
        if (result.GetResult(repository) is null)
        {
            result.AddError($"{provider.Name} needs {repository.Name}: without a repository nobody takes on a role by it.");
        }
        if (result.GetResult(account) is { Tokens: [var id] } && ProviderArn().Match(arn.Value) is { Success: true } match && match.Groups["account"].Value != id.Value)
        {
            result.AddError($"{provider.Name} is a provider of the account in {account.Name}, {id.Value}: got {arn.Value}.");
        }
    }

    private static void Write(StateBucketProps bucket, string region, string account, bool isInBucket, string directory)
    {
        using var engine = new EngineSession();
        Terminal.While("synthesizing", () => OutputDirectory.Fill(directory, staging => StateStack.Write(bucket, region, account, isInBucket, staging, engine.Engine, engine.Replay)));
    }

    private static int Begin(Action<bool> write, string directory)
    {
        write(false);
        StandardOutput.Line($"written: {Path.Combine(directory, "stacks", StateStack.Name, "cdk.tf.json")}");
        StandardOutput.Line($"next: {Hint.Of("plan", "--synthesized", directory)}, then {Hint.Of("apply")}; then this command again with --migrate");
        return ExitCode.Good;
    }

    /// <summary>Terraform moves a state from the backend that it was last prepared for, so that is the local one, and comes first.</summary>
    private static int Migrate(Action<bool> write, string directory, IReadOnlyList<string> backendConfig, string? program)
    {
        using var session = new TerraformSession(program);
        var stack = Path.GetFullPath(Path.Combine(directory, "stacks", StateStack.Name));
        var state = Path.GetFullPath(Path.Combine(stack, "..", "..", "..", $"terraform.{StateStack.Name}.tfstate"));
        if (!File.Exists(state))
        {
            throw new Failure($"there is no state to move: {state} does not exist; plan and apply the stack first");
        }
        var log = Path.Combine(Directory.CreateDirectory(Path.Combine(stack, ".terraform")).FullName, "migrate.log");
        if (!IsMoved(stack))
        {
            write(false);
            session.Terraform.Initialize(stack, log);
        }
        write(true);
        session.Terraform.Initialize(stack, log, ["-migrate-state", "-force-copy", .. backendConfig.Select(setting => $"-backend-config={setting}")]);
        StandardOutput.Line($"the state of {StateStack.Name} is in the bucket now; once a plan says that nothing changes, remove {state}");
        return ExitCode.Good;
    }

    /// <summary>Whether Terraform knows the bucket as the stack's backend already.</summary>
    private static bool IsMoved(string stack)
    {
        var known = Path.Combine(stack, ".terraform", "terraform.tfstate");
        try
        {
            return File.Exists(known) && (string?)JsonNode.Parse(File.ReadAllText(known))?["backend"]?["type"] == "s3";
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new Failure($"{known} is not as Terraform writes it: remove {Path.GetDirectoryName(known)}, which Terraform makes again");
        }
    }

    private static Option<string> Required(string name, string description, string helpName, Regex pattern, string allowed)
    {
        var option = new Option<string>(name) { Description = description, HelpName = helpName, Required = true };
        Require(option, pattern, allowed);
        return option;
    }

    private static void Require<T>(Option<T> option, Regex pattern, string allowed) => option.Validators.Add(result =>
    {
        if (result.Tokens is [var token] && !pattern.IsMatch(token.Value))
        {
            result.AddError($"{option.Name} is {allowed}: got {token.Value}.");
        }
    });

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BucketName();

    [GeneratedRegex(@"\A[a-z]{2,4}(-[a-z]+)+-[0-9]\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RegionName();

    [GeneratedRegex(@"\A[0-9]{12}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AccountId();

    [GeneratedRegex(@"\Aarn:aws[a-z-]*:iam::(?<account>[0-9]{12}):oidc-provider/token\.actions\.githubusercontent\.com(/[A-Za-z0-9-]+)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ProviderArn();

    [GeneratedRegex(@"\A(?!aws([^A-Za-z]|\z))[A-Za-z][A-Za-z0-9_-]{0,31}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"\A[A-Za-z0-9-]+/[A-Za-z0-9._-]+\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Repository();

    // A colon would begin another part of a token's subject.
    [GeneratedRegex(@"\A[A-Za-z0-9._-]{1,255}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EnvironmentName();

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._/-]{0,243}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BranchName();
}
