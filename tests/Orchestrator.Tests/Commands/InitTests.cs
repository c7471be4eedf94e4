namespace Orchestrator.Tests.Commands;

public sealed class InitTests : IDisposable
{
    private const string Subnets = """
        { "Subnets": [
          { "SubnetId": "subnet-0a1b2c3d4e5f60011", "VpcId": "vpc-0a1b2c3d4e5f60711", "AvailabilityZone": "eu-west-1b", "CidrBlock": "10.1.16.0/20", "MapPublicIpOnLaunch": false },
          { "SubnetId": "subnet-0a1b2c3d4e5f60012", "VpcId": "vpc-0a1b2c3d4e5f60711", "AvailabilityZone": "eu-west-1a", "CidrBlock": "10.1.0.0/20", "MapPublicIpOnLaunch": false },
          { "SubnetId": "subnet-0a1b2c3d4e5f60013", "VpcId": "vpc-0a1b2c3d4e5f60711", "AvailabilityZone": "eu-west-1a", "CidrBlock": "10.1.32.0/20", "MapPublicIpOnLaunch": false },
          { "SubnetId": "subnet-0a1b2c3d4e5f60014", "VpcId": "vpc-0a1b2c3d4e5f60711", "AvailabilityZone": "eu-west-1a", "CidrBlock": "10.1.48.0/20", "MapPublicIpOnLaunch": true }
        ] }
        """;

    private const string State = """
        { "version": 4, "resources": [
          { "mode": "managed", "type": "aws_vpc", "name": "main", "instances": [{ "attributes": { "id": "vpc-0a1b2c3d4e5f60711", "cidr_block": "10.1.0.0/16" } }] },
          { "mode": "managed", "type": "aws_subnet", "name": "a", "instances": [
            { "index_key": 0, "attributes": { "id": "subnet-0a1b2c3d4e5f60011", "vpc_id": "vpc-0a1b2c3d4e5f60711", "availability_zone": "eu-west-1a", "cidr_block": "10.1.0.0/20", "map_public_ip_on_launch": true } },
            { "index_key": 1, "attributes": { "id": "subnet-0a1b2c3d4e5f60012", "vpc_id": "vpc-0a1b2c3d4e5f60711", "availability_zone": "eu-west-1b", "cidr_block": "10.1.16.0/20", "map_public_ip_on_launch": true } }] }
        ] }
        """;

    private const string Shown = """
        { "format_version": "1.0", "values": { "root_module": { "child_modules": [{ "resources": [
          { "type": "aws_subnet", "values": { "id": "subnet-0a1b2c3d4e5f60011", "vpc_id": "vpc-0a1b2c3d4e5f60711", "availability_zone": "eu-west-1a", "cidr_block": "10.1.0.0/20", "map_public_ip_on_launch": false } },
          { "type": "aws_subnet", "values": { "id": "subnet-0a1b2c3d4e5f60012", "vpc_id": "vpc-0a1b2c3d4e5f60711", "availability_zone": "eu-west-1b", "cidr_block": "10.1.16.0/20", "map_public_ip_on_launch": false } },
          { "type": "aws_subnet", "values": { "id": "subnet-0a1b2c3d4e5f60021", "vpc_id": "vpc-0a1b2c3d4e5f60712", "availability_zone": "eu-west-1b", "cidr_block": "10.2.16.0/20", "map_public_ip_on_launch": false } }
        ] }] } } }
        """;

    private static readonly string[] Served = ["--domain", "shop.example.com", "--zone", "Z0123456789ABCDEFGHIJ"];

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("fargate", false, 0)]
    [InlineData("fargate", true, 1)]
    [InlineData("static-ip", false, 0)]
    [InlineData("static-ip", true, 0)]
    public void What_is_written_has_no_error_and_is_synthesized(string kind, bool isServed, int warnings)
    {
        var result = _scratch.Run(["init", "--app", "shop", "--region", "eu-central-1", "--kind", kind, .. isServed ? Served : []]);

        Assert.Equal((0, "written: shop.yaml\nwritten: .gitignore\nThe VPC and its subnets are made up: put in yours, or fill them in with --from-vpc.\nnext: ./orchestrator check shop.yaml\n", ""), (result.ExitCode, result.Output, result.Error));
        Assert.Equal($"0 errors, {warnings} warning{(warnings == 1 ? "" : "s")} in 1 manifest\n", _scratch.Run("check", "shop.yaml").Output);
        Assert.Equal(0, _scratch.Run("synth", "shop.yaml").ExitCode);
    }

    [Fact]
    public Task A_first_manifest_is_as_approved()
    {
        _scratch.Run("init", "--app", "shop", "--region", "eu-central-1");

        return Verify(_scratch.Read("shop.yaml"), "yaml", Snapshots.Settings);
    }

    [Theory]
    [InlineData(Subnets, "cidrBlocks: [10.1.48.0/20, 10.1.0.0/20, 10.1.32.0/20, 10.1.16.0/20]", "public-a: { id: subnet-0a1b2c3d4e5f60014", "private-a: { id: subnet-0a1b2c3d4e5f60012", "private-a2: { id: subnet-0a1b2c3d4e5f60013", "private-b: { id: subnet-0a1b2c3d4e5f60011", "subnets: [private-a, private-b]")]
    [InlineData(State, "cidrBlocks: [10.1.0.0/16]", "public-a: { id: subnet-0a1b2c3d4e5f60011", "assignPublicIp: true")]
    [InlineData(Shown, "vpcId: vpc-0a1b2c3d4e5f60711", "private-a: { id: subnet-0a1b2c3d4e5f60011", "private-b: { id: subnet-0a1b2c3d4e5f60012")]
    public void A_vpc_is_filled_in(string described, params string[] written)
    {
        var result = _scratch.Run("init", "--app", "shop", "--from-vpc", _scratch.Write("vpc.json", described), "--vpc", "vpc-0a1b2c3d4e5f60711");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.All(written.Prepend("region: eu-west-1"), part => Assert.Contains(part, _scratch.Read("shop.yaml"), StringComparison.Ordinal));
        Assert.StartsWith("0 errors, ", _scratch.Run("check", "shop.yaml").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_that_is_there_is_changed()
    {
        _scratch.Write("shop.yaml", "mine");
        _scratch.Write(".gitignore", "mine");

        Assert.Equal("error: shop.yaml is there already: name another file with --out, or remove it\n", _scratch.Run("init", "--app", "shop", "--region", "eu-central-1").Error);
        Assert.Equal(0, _scratch.Run("init", "--app", "shop", "--region", "eu-central-1", "--out", "other.yaml").ExitCode);
        Assert.Equal(("mine", "mine"), (_scratch.Read("shop.yaml"), _scratch.Read(".gitignore")));
    }

    [Theory]
    [InlineData("--app", "Bad_Name")]
    [InlineData("--region", "moon")]
    [InlineData("--environment", "pro d")]
    public void What_would_be_no_manifest_is_not_written(string option, string value)
    {
        var result = _scratch.Run(["init", "--out", "new.yaml", .. option == "--region" ? Array.Empty<string>() : ["--region", "eu-central-1"], option, value]);

        Assert.Equal(3, result.ExitCode);
        Assert.EndsWith("; nothing is written\n", result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_scratch.PathOf("new.yaml")));
    }

    [Fact]
    public void What_a_shell_leaves_empty_is_told()
    {
        Assert.Equal("error: MANIFEST is given and empty: is a variable not set? See orchestrator check --help.\n", _scratch.Run("check", "").Error);
        Assert.Equal("error: --out is given and empty: is a variable not set? See orchestrator synth --help.\n", _scratch.Run("synth", Scratch.Example("fargate-alb"), "--out", "").Error);
    }

    [Fact]
    public void What_is_missing_is_told()
    {
        _scratch.Write("several.json", Shown);
        _scratch.Write("one.json", Subnets.Replace("eu-west-1b", "eu-west-1a", StringComparison.Ordinal));
        _scratch.Write("none.json", "{ \"Subnets\": [] }");
        _scratch.Write("other.json", "{}");

        Assert.Equal("error: --region is missing: say where everything is to be\n", Error("init"));
        Assert.Equal("error: --domain and --zone go together: the name, and the hosted zone that it is put into\n", Error("init", "--domain", "shop.example.com"));
        Assert.Equal("error: several.json has subnets of several VPCs: say --vpc with one of vpc-0a1b2c3d4e5f60711, vpc-0a1b2c3d4e5f60712\n", Error("init", "--from-vpc", "several.json"));
        Assert.StartsWith("error: a load balancer needs subnets in two Availability Zones: vpc-0a1b2c3d4e5f60711 has public-a in eu-west-1a, ", Error("init", "--from-vpc", "one.json"), StringComparison.Ordinal);
        Assert.Equal("error: none.json has no subnets\n", Error("init", "--from-vpc", "none.json"));
        Assert.Equal("error: other.json is neither the output of aws ec2 describe-subnets nor a state of Terraform nor what terraform show -json prints\n", Error("init", "--from-vpc", "other.json"));
        Assert.Empty(Directory.GetFiles(_scratch.Root, "*.yaml"));

        string Error(params string[] arguments) => _scratch.Run(arguments).Error;
    }
}
