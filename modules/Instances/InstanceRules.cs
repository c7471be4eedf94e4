using System.Net;
using System.Text;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Network;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Instances;

/// <summary>What holds of EC2 instances.</summary>
internal static class InstanceRules
{
    private const int MostUserDataBytes = 16 * 1024;
    private const int MostSecurityGroups = 5;
    private static readonly TextMatching Image = new("^ami-([0-9a-f]{8}|[0-9a-f]{17})$", 21, "\"ami-\" and 8 or 17 hexadecimal digits");
    private static readonly TextMatching InstanceType = new("^[a-z][a-z0-9-]*\\.[a-z0-9-]+$", 64, "a family, a dot and a size, such as t3.micro");
    private static readonly TextMatching Parameter = new("^/?[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)*(:[0-9]+)?$", 1011, "letters, digits, \"_\", \".\" and \"-\", with slashes between them");

    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("INST216", "An instance has one image, a type, one to five security groups and, where it is fixed, an address of its subnet; the metadata's hop limit is 1 to 64.", "RunInstances rejects it.", "EC2 RunInstancesRequest")
            .For<InstanceProps>(CheckLaunch),
        Rule.Error("INST217", "User data is given once, in at most 16 KiB, and in Base64 where it says so.", "RunInstances rejects it.", "EC2 RunInstancesRequest.UserData")
            .For<InstanceProps>(CheckUserData),
        Rule.Warning("INST218", "User data has no secret in it.", "Every process on the instance and everybody who may describe it can read user data; Terraform's state has them too.", "EC2 user guide, run commands at launch")
            .Secures(Severity.High, "CKV_AWS_46")
            .For<InstanceProps>(CheckSecrets),
        Rule.Error("INST219", "A root volume's size, operations and throughput fit its type; the name of its device is given for an image that is not Amazon Linux's and is found by a parameter.", "RunInstances rejects it; under a wrong name the volume is a second one, and the root volume stays unencrypted.", "EC2 EbsBlockDevice")
            .For<InstanceProps>(RootVolumeRules.Check),
        Rule.Warning("INST249", "An instance has no public address, gives its metadata for a token only, and its root volume is encrypted.", "It can be reached past the load balancer; a request that it is made to send can read its role's credentials; its disk can be read by who gets a copy.", "Security Hub, EC2")
            .Secures(Severity.High, "CKV_AWS_8", "CKV_AWS_79", "CKV_AWS_88", "EC2.8", "EC2.9")
            .For<InstanceProps>(CheckDefaults),
    ];

    private static void CheckLaunch(InstanceProps instance, Report report)
    {
        if (instance.ImageId is not null && instance.ImageParameter is not null)
        {
            report.Add("imageParameter", "stands beside imageId", $"{instance.ImageParameter} and {instance.ImageId}", "one of the two, or none for Amazon Linux 2023", "remove one of the two");
        }
        Check("imageId", instance.ImageId, Image, "copy the id from the EC2 console, for the stack's region");
        Check("imageParameter", instance.ImageParameter, Parameter, "write the parameter's name, without resolve:ssm:");
        Check("instanceType", instance.InstanceType, InstanceType, "use a type that is allowed");
        Check("metadataHopLimit", instance.MetadataHopLimit, new NumberBetween(1, 64, "hops"), "use 1, or 2 for containers that need the metadata");
        if (instance.SecurityGroups.Count is 0 or > MostSecurityGroups)
        {
            report.Add("securityGroups", instance.SecurityGroups.Count == 0 ? "are missing" : "are too many", $"{instance.SecurityGroups.Count}", $"1 to {MostSecurityGroups}", instance.SecurityGroups.Count == 0 ? "name the groups that it is in" : "merge some of them, or have the quota raised");
        }
        CheckAddress(instance, report);

        void Check(string property, IValue? value, Constraint constraint, string fix)
        {
            if (value?.Literal is { } literal && !constraint.Accepts(literal))
            {
                report.Add(property, constraint.Violation, Quoted.Of(literal), constraint.Allowed, fix);
            }
        }
    }

    private static void CheckAddress(InstanceProps instance, Report report)
    {
        if (!instance.PrivateAddress.IsLiteral(out var text))
        {
            return;
        }
        if (!IPAddress.TryParse(text, out var address) || address.ToString() != text || text.Contains(':'))
        {
            report.Add("privateAddress", "is not an IPv4 address", Quoted.Of(text), "an address of the subnet", "write one such as 10.0.0.10, or remove it");
        }
        else if (instance.Subnet is Subnet { CidrBlock: { } block } && block.TryGetLiteral(out var cidr) && IPNetwork.TryParse(cidr, out var network) && !network.Contains(address))
        {
            report.Add("privateAddress", "is not in the subnet", text, $"an address of {cidr}", "choose one of the subnet, or remove it");
        }
    }

    private static void CheckUserData(InstanceProps instance, Report report)
    {
        if (instance.UserData is not null && instance.UserDataBase64 is not null)
        {
            report.Add("userDataBase64", "stands beside userData", null, "one of the two", "remove one of the two");
        }
        if (instance.UserData.IsLiteral(out var text) && Encoding.UTF8.GetByteCount(text) is > MostUserDataBytes and var bytes)
        {
            report.Add("userData", "is too long", $"{bytes} bytes", $"at most {MostUserDataBytes}", "fetch the rest from S3 when the instance starts, or compress it and give userDataBase64");
        }
        if (instance.UserDataBase64.IsLiteral(out var base64))
        {
            var decoded = new byte[base64.Length];
            if (!Convert.TryFromBase64String(base64, decoded, out var length))
            {
                report.Add("userDataBase64", "is not Base64", Quoted.Of(base64), "Base64 without line breaks", "encode it, or give the text as userData");
            }
            else if (length > MostUserDataBytes)
            {
                report.Add("userDataBase64", "is too long", $"{length} bytes", $"at most {MostUserDataBytes}", "fetch the rest from S3 when the instance starts");
            }
        }
    }

    private static void CheckDefaults(InstanceProps instance, Report report)
    {
        if (instance.PublicAddress.Is(true))
        {
            report.Add("publicAddress", "gives the instance a public address", "true", "false", "remove it, and reach the instance through the load balancer or Session Manager, or suppress INST249 here with a reason");
        }
        if (instance.MetadataTokensRequired.Is(false))
        {
            report.Add("metadataTokensRequired", "lets IMDSv1 in", "false", "true", "remove it: current software asks by IMDSv2, or suppress INST249 here with a reason");
        }
        if (instance.RootVolume.Encrypted.Is(false))
        {
            report.Add("rootVolume.encrypted", "leaves the root volume in plain text", "false", "true", "remove it, or suppress INST249 here with a reason");
        }
    }

    private static void CheckSecrets(InstanceProps instance, Report report)
    {
        if (instance.UserData.IsLiteral(out var text) && SecretHint.In(text) is { } hint)
        {
            report.Add("userData", "seems to have a secret in it", hint, "no secrets", "read it from Secrets Manager or Systems Manager when the instance starts, with an instance profile that may");
        }
    }
}
