using System.CommandLine;
using System.Text.RegularExpressions;
using Orchestrator.Cli.Init;
using Orchestrator.Cli.Output;
using Orchestrator.Modules.Manifest;

namespace Orchestrator.Cli;

/// <summary><c>init</c>: writes the first manifest of an application.</summary>
internal static partial class InitCommand
{
    private const string Ignored = "/cdktf.out/\n/plans/\n.terraform/\nterraform.*.tfstate*\n";

    /// <summary>A VPC that there is nowhere, for who only looks around.</summary>
    private static readonly (string Vpc, string Block) Example = ("vpc-0a1b2c3d4e5f60718", "10.0.0.0/16");

    internal static Command Create()
    {
        var app = new Option<string?>("--app") { Description = "The application's name: lower-case letters, digits and hyphens. That of the directory unless given.", HelpName = "NAME" };
        var environment = new Option<string>("--environment") { Description = "The environment's name. dev unless given.", HelpName = "NAME", DefaultValueFactory = _ => "dev" };
        var region = new Option<string?>("--region") { Description = "The region. That of the subnets unless given; where there are none, it is asked for.", HelpName = "REGION" };
        var kind = new Option<string>("--kind") { Description = "fargate (a service behind an Application Load Balancer) or static-ip (the same at addresses that do not change). fargate unless given.", DefaultValueFactory = _ => "fargate" }.AcceptOnlyFromAmong("fargate", "static-ip");
        var from = new Option<string?>("--from-vpc") { Description = "Fills in the VPC from the output of aws ec2 describe-subnets, from a state of Terraform or from what terraform show -json prints. Made up unless given.", HelpName = "FILE" };
        var vpc = new Option<string?>("--vpc") { Description = "Which VPC of that file, where it has several.", HelpName = "ID" };
        var domain = new Option<string?>("--domain") { Description = "Serves this name over HTTPS to everybody. HTTP from within the VPC unless given.", HelpName = "NAME" };
        var zone = new Option<string?>("--zone") { Description = "The id of the hosted zone of that name.", HelpName = "ID" };
        var output = new Option<string?>("--out") { Description = "The manifest. APP.yaml unless given.", HelpName = "FILE" };
        var command = new ExampleCommand(
            "init",
            "Writes a first manifest, with comments, and a .gitignore where there is none. Nothing that exists is changed.",
            "./orchestrator init --app shop --region eu-central-1",
            "./orchestrator init --app shop --from-vpc subnets.json --domain shop.example.com --zone Z0123456789ABCDEFGHIJ")
        {
            app,
            environment,
            region,
            kind,
            from,
            vpc,
            domain,
            zone,
            output,
        };
        command.SetAction(result =>
        {
            if (result.GetValue(domain) is null != result.GetValue(zone) is null)
            {
                throw new Failure("--domain and --zone go together: the name, and the hosted zone that it is put into");
            }
            var name = result.GetValue(app) ?? NameOf(Environment.CurrentDirectory);
            var network = result.GetValue(from) is { } file ? NetworkFile.Read(file, result.GetValue(vpc)) : null;
            var where = result.GetValue(region) ?? RegionOf(network) ?? Terminal.Ask("The region, for example eu-central-1:") ?? throw new Failure("--region is missing: say where everything is to be");
            return Write(result.GetValue(output) ?? $"{name}.yaml", new NewManifest(name, result.GetValue(environment)!, where, network ?? MadeUp(where))
            {
                HasStaticAddresses = result.GetValue(kind) == "static-ip",
                DomainName = result.GetValue(domain),
                ZoneId = result.GetValue(zone),
            }, isMadeUp: network is null);
        });
        return command;
    }

    private static int Write(string file, NewManifest manifest, bool isMadeUp)
    {
        var zones = manifest.Network.Subnets.Select(subnet => subnet.AvailabilityZone).Distinct().Count();
        var publicZones = manifest.Network.OfEachZone(isPublic: true).Count;
        if (zones < 2 || ((manifest.DomainName is not null || manifest.HasStaticAddresses) && publicZones < 2))
        {
            throw new Failure($"a load balancer needs subnets in two Availability Zones{(zones < 2 ? "" : ", public ones where the world is to reach it")}: {manifest.Network.VpcId} has {string.Join(", ", manifest.Network.Subnets.Select(subnet => $"{subnet.Name} in {subnet.AvailabilityZone}"))}");
        }
        var text = manifest.Text();
        // What was asked for on the command line stands in it unchecked.
        var read = ManifestReader.ReadEnvironments(text, file, Environment.CurrentDirectory, _ => null, Today.Date);
        if (FindingText.Forbids(read, "written"))
        {
            return ExitCode.Findings;
        }
        WriteNew(file, text);
        StandardOutput.Line($"written: {file}");
        if (!File.Exists(".gitignore"))
        {
            WriteNew(".gitignore", Ignored);
            StandardOutput.Line("written: .gitignore");
        }
        if (isMadeUp)
        {
            StandardOutput.Line("The VPC and its subnets are made up: put in yours, or fill them in with --from-vpc.");
        }
        StandardOutput.Line($"next: {Hint.Of("check", file)}");
        return ExitCode.Good;
    }

    private static void WriteNew(string file, string text)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write);
            stream.Write(System.Text.Encoding.UTF8.GetBytes(text));
        }
        catch (IOException) when (Path.Exists(file))
        {
            throw new Failure($"{file} is there already: name another file with --out, or remove it");
        }
    }

    private static string NameOf(string directory) => Illegal().Replace(Path.GetFileName(directory).ToLowerInvariant(), "-").Trim('-') is { Length: > 0 } name && char.IsAsciiLetterLower(name[0]) ? name[..Math.Min(32, name.Length)].TrimEnd('-') : "app";

    private static string? RegionOf(FoundNetwork? network) => network is null ? null : Zone().Match(network.Subnets[0].AvailabilityZone) is { Success: true } match ? match.Groups["region"].Value : null;

    private static FoundNetwork MadeUp(string region) => new(Example.Vpc, [Example.Block],
    [
        new("public-a", "subnet-0a1b2c3d4e5f60001", $"{region}a", "10.0.0.0/20", true),
        new("public-b", "subnet-0a1b2c3d4e5f60002", $"{region}b", "10.0.16.0/20", true),
        new("private-a", "subnet-0a1b2c3d4e5f60003", $"{region}a", "10.0.32.0/20", false),
        new("private-b", "subnet-0a1b2c3d4e5f60004", $"{region}b", "10.0.48.0/20", false),
    ]);

    [GeneratedRegex("[^a-z0-9-]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Illegal();

    [GeneratedRegex("^(?<region>[a-z]{2,4}(-[a-z]+)+-[0-9])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Zone();
}
