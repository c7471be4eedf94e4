using System.Text;
using Orchestrator.Lambda.Tests.Network;
using Orchestrator.Tests.Terraform;

namespace Orchestrator.Tests.Deploy;

/// <summary>State in S3, over a real socket.</summary>
public sealed class StateInS3Tests : IDisposable
{
    private const string Key = "shop/test/web.tfstate";
    private readonly AwsServer _server = new();
    private readonly WrittenApp _app = new();

    public StateInS3Tests() => _app.Environment.AddRange([("AWS_ACCESS_KEY_ID", SignatureCheck.AccessKey), ("AWS_SECRET_ACCESS_KEY", SignatureCheck.SecretKey), ("AWS_PROFILE", null), ("AWS_SESSION_TOKEN", null)]);

    private string Endpoint => $$"""{ "s3": "{{_server.Url}}" }""";

    private string Backend => $$"""
        { "s3": {
          "bucket": "{{AwsServer.Bucket}}", "key": "{{Key}}", "region": "eu-west-1", "encrypt": true, "use_lockfile": true,
          "endpoints": {{Endpoint}}, "use_path_style": true,
          "skip_credentials_validation": true, "skip_requesting_account_id": true, "skip_region_validation": true, "skip_metadata_api_check": true
        } }
        """;

    public void Dispose()
    {
        _app.Dispose();
        _server.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    [TerraformFact]
    public void Each_apply_is_a_version_of_the_state_and_releases_its_lock()
    {
        _app.Stack("web", Input("1"), Backend).Plan();
        Assert.DoesNotContain($"PUT /{AwsServer.Bucket}/{Key}.tflock", _server.Calls);
        var first = _app.Apply();
        _app.Stack("web", Input("2"), Backend).Plan();
        var second = _app.Apply();

        Assert.Equal((0, "", 0, ""), (first.ExitCode, first.Error, second.ExitCode, second.Error));
        Assert.Equal(["1", "2"], _server.Versions[Key].Select(version => WrittenApp.State(Encoding.UTF8.GetString(version!))["a"]).Distinct());
        Assert.Equal([Key], _server.Objects.Keys);
        Assert.Equal(2, _server.Versions[$"{Key}.tflock"].Count(version => version is null));
        Assert.Empty(_server.BadSignatures);
    }

    [TerraformFact]
    public async Task Of_two_applies_at_once_one_has_the_lock_and_the_other_says_so()
    {
        MakeSlow("web");
        Assert.Equal(2, _app.Stack("web", Slow, Backend).Plan().ExitCode);
        Assert.Equal(2, _app.Plan("--out", "other").ExitCode);

        using var winner = _app.Start("apply");
        await BeginAsync("web");
        var loser = _app.Apply("--plan", "other");
        Release("web");
        var won = winner.Wait();

        Assert.Equal(1, loser.ExitCode);
        Assert.Matches("^error: web: the state is locked by [^ ]+ since .+ \\(OperationTypeApply\\): wait for that run to end; if it was killed, release the lock in .*/app/stacks/web: terraform force-unlock [0-9a-f-]{36}\n", loser.Error);
        Assert.Equal((0, ""), (won.ExitCode, won.Error));
        Assert.Equal([Key], _server.Objects.Keys);
    }

    [TerraformFact]
    public async Task A_killed_apply_goes_on_in_terraform_and_its_state_is_saved()
    {
        MakeSlow("web");
        _app.Stack("web", Slow, Backend).Plan();
        using var killed = _app.Start("apply");
        await BeginAsync("web");

        var unlocked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _server.Fault = call =>
        {
            if (call == $"DELETE /{AwsServer.Bucket}/{Key}.tflock")
            {
                unlocked.SetResult();
            }
            return null;
        };
        killed.Signal("KILL");
        killed.Wait();
        // Terraform still holds the lock: it is gone when Terraform has ended.
        Assert.Contains($"{Key}.tflock", _server.Objects.Keys);
        Release("web");
        await unlocked.Task.WaitAsync(TimeSpan.FromMinutes(2));

        Assert.Equal("1", WrittenApp.State(Encoding.UTF8.GetString(_server.Objects[Key].Content))["after"]);
        Assert.Equal((0, ""), (_app.Plan().ExitCode, _app.Plan().Error));
    }

    [TerraformFact]
    public async Task Terraform_ends_what_it_has_begun_after_an_interrupt_and_nothing_new_is_begun()
    {
        MakeSlow("web");
        _app.Stack("web", Slow, Backend).Stack("next", Input("1")).Plan();
        using var interrupted = _app.Start("apply", "--stack", "web", "--stack", "next");
        await BeginAsync("web");

        // A shell in the background may have its children ignore INT.
        interrupted.Signal("TERM");
        var ended = Task.Run(interrupted.Wait);
        await Task.WhenAny(ended, Task.Delay(TimeSpan.FromMinutes(1)));
        // What has been interrupted reads no more; what has not is let go, and the test fails.
        Processes.Run("sh", ["-c", "echo 1<>.terraform/release"], _app.Scratch.PathOf("app", "stacks", "web"));
        var result = await ended;

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("error: web: interrupted; Terraform has ended by itself, and what it said is in ", result.Error, StringComparison.Ordinal);
        Assert.Contains("error: not applied: ", result.Error, StringComparison.Ordinal);
        Assert.Equal([Key], _server.Objects.Keys);
        Assert.Equal("1", WrittenApp.State(Encoding.UTF8.GetString(_server.Objects[Key].Content))["a"]);
        Assert.Equal(2, _app.Stack("web", Input("1"), Backend).Plan().ExitCode);
        Assert.Equal(0, _app.Apply().ExitCode);
    }

    [TerraformFact]
    public void A_lock_that_was_left_behind_is_told_with_the_way_to_release_it()
    {
        _app.Stack("web", Input("1"), Backend).Plan();
        _server.Objects[$"{Key}.tflock"] = (Encoding.UTF8.GetBytes("""{ "ID": "0f0e0d0c-0000-4000-8000-000000000000", "Operation": "OperationTypeApply", "Info": "", "Who": "somebody@elsewhere", "Version": "1.11.4", "Created": "2030-01-15T12:00:00Z", "Path": "state-bucket/shop/test/web.tfstate" }"""), "\"1-1\"");
        _server.Versions[$"{Key}.tflock"] = [];

        var refused = _app.Apply();
        Assert.Matches("^error: web: the state is locked by somebody@elsewhere since 2030-01-15 12:00:00 .*: terraform force-unlock 0f0e0d0c-0000-4000-8000-000000000000\n", refused.Error);

        var unlock = Processes.Run("terraform", ["force-unlock", "-force", "0f0e0d0c-0000-4000-8000-000000000000"], _app.Scratch.PathOf("app", "stacks", "web"), _app.Environment.ToDictionary(entry => entry.Name, entry => entry.Value));
        Assert.True(unlock.ExitCode == 0, unlock.Error);
        Assert.Equal(0, _app.Apply().ExitCode);
    }

    [TerraformFact]
    public void Expired_credentials_are_told_in_a_line()
    {
        _server.Fault = _ => (400, "ExpiredToken", "The provided token has expired.");

        var result = _app.Stack("web", Input("1"), Backend).Plan();

        Assert.Equal((1, "error: web: the AWS credentials have expired: sign in again, then run the same command again\n"), (result.ExitCode, result.Error));
    }

    [TerraformFact]
    public void A_workspace_that_has_another_state_is_refused()
    {
        _app.Stack("web", Input("1"), Backend).Scratch.Write("app/stacks/web/.terraform/environment", "blue");
        Assert.Matches("^error: web: .*/app/stacks/web/.terraform/environment selects workspace blue, whose state would be another one: a stack has a state of its own and needs no workspace; remove it\n$", _app.Plan().Error);

        _app.Environment.Add(("TF_WORKSPACE", "green"));
        Assert.StartsWith("error: web: TF_WORKSPACE selects workspace green, whose state would be another one", _app.Plan().Error, StringComparison.Ordinal);
    }

    [TerraformFact]
    public void A_state_that_cannot_be_saved_stands_beside_the_configuration()
    {
        _app.Stack("web", Input("1"), Backend).Plan();
        _server.Fault = call => call == $"PUT /{AwsServer.Bucket}/{Key}" ? (403, "AccessDenied", "Access Denied") : null;

        var failed = _app.Apply();
        _server.Fault = null;

        Assert.Matches("^error: web: an apply could not save its state, which stands in .*/app/stacks/web/errored.tfstate: in that directory run terraform state push errored.tfstate, then remove the file\n", failed.Error);
        Assert.Matches("^error: web: an apply could not save its state", _app.Plan().Error);
        var push = Processes.Run("terraform", ["state", "push", "errored.tfstate"], _app.Scratch.PathOf("app", "stacks", "web"), _app.Environment.ToDictionary(entry => entry.Name, entry => entry.Value));
        Assert.True(push.ExitCode == 0, push.Error);
        File.Delete(_app.Scratch.PathOf("app", "stacks", "web", "errored.tfstate"));
        Assert.Equal((0, ""), (_app.Plan().ExitCode, _app.Plan().Error));
    }

    /// <summary>Made in three steps, of which the second one lasts until somebody releases it.</summary>
    private const string Slow = """
        { "resource": { "terraform_data": {
          "a": { "input": "1" },
          "slow": { "depends_on": ["terraform_data.a"], "provisioner": [{ "local-exec": { "command": "echo > .terraform/begun; cat .terraform/release" } }] },
          "after": { "input": "1" }
        } } }
        """;

    private static string Input(string value) => $$$"""{ "resource": { "terraform_data": { "a": { "input": "{{{value}}}" } } } }""";

    private void MakeSlow(string stack)
    {
        Directory.CreateDirectory(_app.Scratch.PathOf("app", "stacks", stack, ".terraform"));
        // Pipes: whoever reads waits for who writes. Beside the stack, since files in it would count as configuration.
        Assert.Equal(0, Processes.Run("mkfifo", [".terraform/begun", ".terraform/release"], _app.Scratch.PathOf("app", "stacks", stack)).ExitCode);
    }

    private async Task BeginAsync(string stack)
    {
        using var begun = Processes.Start("cat", [".terraform/begun"], _app.Scratch.PathOf("app", "stacks", stack));
        await Task.Run(begun.Wait).WaitAsync(TimeSpan.FromMinutes(2));
    }

    private void Release(string stack) => Processes.Run("sh", ["-c", "echo > .terraform/release"], _app.Scratch.PathOf("app", "stacks", stack));
}
