using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Orchestrator.Tests;

namespace Orchestrator.Lambda.Tests.Operator;

/// <summary><c>sync status</c> and <c>sync run</c> as processes, against the real function behind Lambda's API.</summary>
public sealed partial class StatusAndRunTests : IDisposable
{
    private readonly Installation _installation = new();

    public void Dispose() => _installation.Dispose();

    [Fact]
    public Task An_operator_looks_tries_applies_and_looks_again()
    {
        var dry = _installation.Run("sync", "run", Installation.Name);
        Assert.Equal((2, ""), (dry.ExitCode, dry.Error));
        Assert.Empty(_installation.Aws.Targets);

        var applied = _installation.Run("sync", "run", Installation.Name, "--apply");
        Assert.Equal((0, ""), (applied.ExitCode, applied.Error));
        Assert.Equal(2, _installation.Aws.Targets.Count);

        _installation.Aws.Targets[("10.0.0.9", "443")] = ("unhealthy", null);
        var status = _installation.Run("sync", "status", Installation.Name);
        Assert.Equal((0, ""), (status.ExitCode, status.Error));

        Assert.Empty(_installation.BadSignatures);
        Assert.Equal(["POST /2015-03-31/functions/static-ip-sync/invocations"], _installation.Paths.Distinct());
        return Verify(Steady($"$ sync run\n{dry.Output}\n$ sync run --apply\n{applied.Output}\n$ sync status\n{status.Output}"), Snapshots.Settings);
    }

    [Fact]
    public void As_json_it_is_the_report_of_the_function()
    {
        var result = _installation.Run("sync", "run", Installation.Name, "--json");

        Assert.Equal(2, result.ExitCode);
        Assert.Equal(["10.0.0.1:443", "10.0.0.2:443"], JsonNode.Parse(result.Output)!["runs"]![0]!["plan"]!["register"]!.AsArray().Select(target => (string)target!));
    }

    [Fact]
    public async Task Who_watches_is_told_again_until_it_is_ended_also_after_a_question_that_was_not_answered()
    {
        var (calls, fourth) = (0, new TaskCompletionSource());
        _installation.Called = () =>
        {
            calls++;
            _installation.Instead = calls == 2 ? (404, [("X-Amzn-ErrorType", "ResourceNotFoundException")], """{"Message":"Function not found"}""") : null;
            // What was answered before the fourth question has been printed.
            if (calls == 4)
            {
                fourth.SetResult();
            }
        };
        using var watching = _installation.Start("sync", "status", Installation.Name, "--watch", "1");

        await fourth.Task;
        watching.Signal("KILL");
        var result = watching.Wait();

        Assert.True(Regex.Count(result.Output, "nothing would change|would register 2") >= 2, result.Output);
        Assert.Contains("static-ip-sync", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_arn_names_the_region_too()
    {
        var result = _installation.RunWith([("AWS_REGION", null)], "sync", "status", "arn:aws:lambda:eu-west-1:123456789012:function:static-ip-sync:live", "--endpoint-url", _installation.Url);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Empty(_installation.BadSignatures);
    }

    [Fact]
    public void A_profile_has_credentials_and_region()
    {
        _installation.Write("credentials", $"[production]\naws_access_key_id = {Network.SignatureCheck.AccessKey}\naws_secret_access_key = {Network.SignatureCheck.SecretKey}\nregion = eu-west-1\n");

        var result = _installation.RunWith([("AWS_REGION", null), ("AWS_ACCESS_KEY_ID", null), ("AWS_SECRET_ACCESS_KEY", null)], "sync", "status", Installation.Name, "--profile", "production", "--endpoint-url", _installation.Url);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Empty(_installation.BadSignatures);
    }

    [Fact]
    public void A_dry_run_that_fails_tells_the_problem_and_exits_with_1()
    {
        _installation.DnsIsDown = true;

        var result = _installation.Run("sync", "run", Installation.Name);

        Assert.Equal((1, ""), (result.ExitCode, result.Error));
        Assert.Contains("  error         there is no observation, so nothing is changed: A internal-app-1.eu-west-1.elb.amazonaws.com is not answered: ", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_fails_tells_the_functions_message_and_no_stack()
    {
        _installation.DnsIsDown = true;

        var result = _installation.Run("sync", "run", Installation.Name, "--apply");

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.StartsWith("error: the function static-ip-sync failed: arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/app/0123456789abcdef, port 443: there is no observation", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(" at Orchestrator", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_function_that_is_set_to_dry_runs_cannot_be_applied()
    {
        using var dry = new Installation(FunctionTests.Settings() with { IsDryRun = true });

        var result = dry.Run("sync", "run", Installation.Name, "--apply");

        Assert.Equal((1, "error: the function static-ip-sync changed nothing: its variable SYNC_DRY_RUN is true; set it to false, and run again\n"), (result.ExitCode, result.Error));
    }

    [Theory]
    [InlineData(404, "ResourceNotFoundException", "Function not found: arn", "there is no function static-ip-sync in eu-west-1: check the name, the region (--region) and the account (--profile)")]
    [InlineData(403, "AccessDeniedException", "User: x is not authorized", "the function static-ip-sync may not be invoked: the caller needs lambda:InvokeFunction on arn:aws:lambda:eu-west-1:ACCOUNT:function:static-ip-sync. AWS says: User: x is not authorized")]
    [InlineData(403, "ExpiredTokenException", "The token has expired", "AWS refuses the credentials for the function static-ip-sync: ExpiredTokenException: The token has expired; sign in again, or name another profile with --profile")]
    [InlineData(429, "TooManyRequestsException", "Rate Exceeded.", "the function static-ip-sync is running already: one run at a time is reserved for it. Try again in a few seconds (429: Rate Exceeded.)")]
    [InlineData(500, "ServiceException", "oops", "the function static-ip-sync could not be invoked: ServiceException: oops")]
    public void What_aws_refuses_is_told_with_the_next_step(int status, string code, string message, string expected)
    {
        _installation.Instead = (status, [("X-Amzn-ErrorType", code)], $$"""{"Message":"{{message}}"}""");

        var result = _installation.Run("sync", "status", Installation.Name);

        Assert.Equal((1, "", $"error: {expected}\n"), (result.ExitCode, result.Output, result.Error));
    }

    [Theory]
    [InlineData("<html>hello</html>", "<html>hello</html>")]
    [InlineData("", "nothing")]
    [InlineData("[1]", "[1]")]
    [InlineData("""{"formatVersion":2,"runs":[]}""", """{"formatVersion":2,"runs":[]}""")]
    [InlineData("""{"formatVersion":"1","runs":[]}""", """{"formatVersion":"1","runs":[]}""")]
    public void An_answer_of_another_function_is_told_as_that(string answer, string excerpt)
    {
        _installation.Instead = (200, [], answer);

        var result = _installation.Run("sync", "status", Installation.Name);

        Assert.Equal((1, $"error: the function static-ip-sync answered what is no report of the sync function: {excerpt}; is it the right function, and of this version?\n"), (result.ExitCode, result.Error));
    }

    [Fact]
    public void Without_credentials_it_says_how_to_get_some()
    {
        var result = _installation.RunWith([("AWS_ACCESS_KEY_ID", null), ("AWS_SECRET_ACCESS_KEY", null)], "sync", "status", Installation.Name);

        Assert.Equal((1, "error: there are no AWS credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, sign in with aws sso login, or name a profile with --profile\n"), (result.ExitCode, result.Error));
    }

    [Fact]
    public void Without_a_region_it_says_how_to_name_one()
    {
        var result = _installation.RunWith([("AWS_REGION", null)], "sync", "status", Installation.Name);

        Assert.Equal((1, "error: no region is known for the function static-ip-sync: give --region, set AWS_REGION, or name one in the profile\n"), (result.ExitCode, result.Error));
    }

    [Fact]
    public void An_unknown_profile_is_told()
    {
        var result = _installation.Run("sync", "status", Installation.Name, "--profile", "nobody");

        Assert.Equal((1, "error: there is no profile \"nobody\" in the AWS configuration, or it has no credentials: aws configure list-profiles names them\n"), (result.ExitCode, result.Error));
    }

    [Fact]
    public void A_service_that_cannot_be_reached_is_told()
    {
        var result = _installation.RunWith([], "sync", "status", Installation.Name, "--endpoint-url", "http://127.0.0.1:1");

        Assert.Equal(1, result.ExitCode);
        Assert.Equal("error: http://127.0.0.1:1 could not be reached, so the function static-ip-sync was not invoked, or its answer was lost: Connection refused; check the network, --endpoint-url and --region\n", result.Error.Replace(" (127.0.0.1:1)", "", StringComparison.Ordinal));
    }

    [Fact]
    public void An_address_that_is_none_is_refused_at_once() =>
        Assert.Equal((1, "error: --endpoint-url is \"lambda\": it must be an http or https address such as https://lambda.eu-west-1.amazonaws.com. See orchestrator sync status --help.\n"), Outcome(_installation.RunWith([], "sync", "status", "x", "--endpoint-url", "lambda")));

    private static (int ExitCode, string Error) Outcome(ProcessResult result) => (result.ExitCode, result.Error);

    private static string Steady(string output) => Since().Replace(Ago().Replace(Lookups().Replace(output, "agreeing with 4 samples"), "12 s ago, at 2030-01-15 12:00:00 UTC"), "since 2030-01-15 12:00:00Z");

    [GeneratedRegex("since [-0-9: ]+Z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Since();

    [GeneratedRegex("agreeing with \\d+ samples", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Lookups();

    [GeneratedRegex("\\d+ s ago, at [-0-9: ]+ UTC", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ago();
}
