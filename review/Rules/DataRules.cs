namespace Orchestrator.Review.Rules;

/// <summary>What happens to what is kept: logs, states, uploads and tables.</summary>
internal static class DataRules
{
    private const string Bucket = "aws_s3_bucket";
    private const string Table = "aws_dynamodb_table";

    internal static IReadOnlyList<PlanRule> All { get; } =
    [
        new("PLAN56", Severity.Critical, "aws_s3_bucket, aws_dynamodb_table, aws_efs_file_system", "A bucket, a table or a file system is deleted or replaced, or what protects it is switched off.",
            "What is in it is gone.",
            "Keep it, and what protects it: take back what forces a replacement, or take it out of the state (removed with destroy = false) and import it where it belongs.")
        {
            Check = WatchTable.Check(
                [
                    new(Table, Severity.Critical, "Every item in the table is gone.", "Every item in the table is gone: the new one is empty."),
                    new("aws_efs_file_system", Severity.Critical, "Every file in it is gone.", "Every file in it is gone: the new one is empty."),
                    new(Bucket, Severity.High, "Every object in it is gone where force_destroy is set; else S3 refuses to delete a bucket that is not empty, and the apply stops half-way.", "Every object in it is gone where force_destroy is set; else S3 refuses to delete a bucket that is not empty, and the apply stops half-way. The new one is empty."),
                ],
                [
                    new(Table, "deletion_protection_enabled", WatchKind.SwitchedOff, Severity.High, "Nothing stops the next plan that deletes the table."),
                    new(Table, "point_in_time_recovery.0.enabled", WatchKind.SwitchedOff, Severity.Medium, "The table can no longer be restored to what it was before a mistake."),
                    new(Bucket, "force_destroy", WatchKind.SwitchedOn, Severity.Medium, "The next plan that deletes the bucket deletes every object in it."),
                    new("aws_s3_bucket_versioning", "versioning_configuration.0.status", WatchKind.SwitchedOff, Severity.Medium, "What is overwritten or deleted from now on cannot be had again."),
                ]),
        },
    ];
}
