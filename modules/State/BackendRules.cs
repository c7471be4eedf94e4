using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Manifest;

namespace Orchestrator.Modules.State;

/// <summary>What holds of backends.</summary>
internal static class BackendRules
{
    private const string Backends = "Terraform, backend configuration";
    private const string S3 = "Terraform, S3 backend";

    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("STATE168", "The key of a state is neither empty nor begins or ends with a slash, and has no two in a row.", "terraform init fails.", S3)
            .Requires((S3BackendProps s3) => s3.Key, StateKey.Constraint, "leave it out, for <app>/<environment>/<stack>.tfstate"),
        Rule.Error("STATE170", "An S3 backend has the keys that Terraform 1.11 takes and no credentials: a role is in assumeRole, locking and encryption are always on.", "Terraform 1.11 refuses role_arn outside of assume_role, and warns of dynamodb_table; a credential would stand in the configuration, in .terraform and in every plan.", S3),
        Rule.Error("STATE171", "The KMS key of a state is an id, an alias, or the ARN of one.", "terraform init fails.", S3)
            .Requires((S3BackendProps s3) => s3.KmsKeyId, KmsKey, "copy the key's ARN from the console"),
        Rule.Error("STATE172", "Stacks that are synthesized together have different states.", "The plan of each would delete what the other made.", S3)
            .For<ManifestProps>(CheckKeys),
        Rule.Error("STATE280", "A backend is exactly one of local, s3, cloud and http.", "Terraform keeps a state in one place.", Backends)
            .For<BackendProps>(CheckKind),
        Rule.Error("STATE281", "A backend of HCP Terraform or of an HTTP server has no other keys than its own, of which none is a credential.", "A credential would stand in the configuration, in .terraform and in every plan.", Backends)
            .Secures(Severity.High),
        Rule.Error("STATE282", "The bucket of a state is named as S3 names buckets.", "terraform init fails.", "Amazon S3, bucket naming rules")
            .Requires((S3BackendProps s3) => s3.Bucket, Bucket),
        Rule.Error("STATE283", "The region of a state's bucket is written as AWS writes it: eu-central-1.", "terraform init fails.", "AWS regions")
            .Requires((S3BackendProps s3) => s3.Region, ManifestRules.Region, "give the region's code, not its name and not a zone's"),
        Rule.Error("STATE284", "The role of a backend is a role's ARN.", "terraform init fails.", S3)
            .Requires((StateRoleProps role) => role.RoleArn, Role),
        Rule.Error("STATE285", "The address of an HTTP backend is https, without credentials.", "The state holds secrets, which would cross the network in clear text; credentials would stand in every plan.", "Terraform, HTTP backend")
            .Secures(Severity.High)
            .Requires((HttpBackendProps http) => http.Address, Address, "write https://HOST/PATH; set TF_HTTP_USERNAME and TF_HTTP_PASSWORD for credentials"),
    ];

    private static TextMatching KmsKey => new(
        "^((arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/)?(mrk-[a-f0-9]{32}|[a-f0-9]{8}-[a-f0-9]{4}-[1-5][a-f0-9]{3}-[89ab][a-f0-9]{3}-[a-f0-9]{12})|(arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:)?alias/[A-Za-z0-9/_-]+)$",
        256,
        "a key's id such as 1234abcd-12ab-34cd-a6ef-1234567890ab, its ARN, alias/NAME, or an alias's ARN");

    private static TextMatching Bucket => new("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", 63, "3 to 63 lower-case letters, digits, hyphens and dots, a letter or digit at either end");

    private static TextMatching Role => new("^arn:aws[a-z-]*:iam::[0-9]{12}:role/[A-Za-z0-9+=,.@_/-]+$", 2048, "an ARN such as arn:aws:iam::111122223333:role/state");

    private static TextMatching Address => new("^https://[^/@?#]+(/[^@?#]*)?$", 2048, "an address such as https://gitlab.example.com/api/v4/projects/1/terraform/state");

    private static void CheckKind(BackendProps backend, Report report)
    {
        var kinds = backend.Kinds.ToList();
        if (kinds.Count != 1)
        {
            report.Add("", kinds.Count == 0 ? "has no kind" : "has several kinds", kinds.Count == 0 ? null : string.Join(", ", kinds), "one of local, s3, cloud, http", kinds.Count == 0 ? "add local: {}, for example, or leave out backend" : "keep one");
        }
    }

    private static void CheckKeys(ManifestProps manifest, Report report)
    {
        var states = new StackAssignment(manifest).Names.Select(stack => StateLocation.Of(manifest.Backend.For(manifest.App, manifest.Environment, stack), stack));
        if (states.OfType<string>().GroupBy(state => state).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            report.Add($"backend.{manifest.Backend.Kinds.First()}", "gives two stacks of the manifest one state", twice.Key, "a state for each stack", "put <stack> into the key, or leave the key out");
        }
    }
}
