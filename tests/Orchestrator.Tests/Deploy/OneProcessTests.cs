using Orchestrator.Tests.Terraform;

namespace Orchestrator.Tests.Deploy;

/// <summary>A directory of plans holds secrets and is one process's at a time.</summary>
public sealed class OneProcessTests : IDisposable
{
    private const string Slow = """{ "resource": { "terraform_data": { "a": { "input": "1", "provisioner": [{ "local-exec": { "command": "echo begun; touch ../../../begun; while [ ! -f ../../../go ]; do sleep 0.1; done" } }] } } } }""";
    private readonly WrittenApp _app = new();

    public void Dispose() => _app.Dispose();

    [TerraformFact]
    public void Two_applies_of_one_plan_do_not_meet()
    {
        _app.Stack("web", Slow).Plan();
        using var first = _app.Start("apply");
        WaitFor("begun");
        var before = _app.Scratch.Read("plans", "web", "apply.log");

        var second = _app.Apply();
        var planned = _app.Plan();
        var after = _app.Scratch.Read("plans", "web", "apply.log");
        _app.Scratch.Write("go", "");

        Assert.Equal(1, second.ExitCode);
        Assert.Matches("^error: web is being planned or applied by another process, in .*: wait until that has ended\nerror: nothing is applied\n$", second.Error);
        Assert.Matches("error: web: web is being planned or applied by another process", planned.Error);
        Assert.StartsWith(before, after, StringComparison.Ordinal);
        Assert.Equal(0, first.Wait().ExitCode);
        Assert.Equal("1", _app.Local("web")["a"]);
    }

    [TerraformFact]
    public void A_folder_that_was_open_to_others_is_closed()
    {
        _app.Scratch.Write("plans/web/plan.log", "old");
        Assert.Equal(0, Processes.Run("chmod", ["755", "plans/web"], _app.Scratch.Root).ExitCode);
        Assert.Equal(0, Processes.Run("chmod", ["644", "plans/web/plan.log"], _app.Scratch.Root).ExitCode);

        _app.Stack("web", """{ "resource": { "terraform_data": { "a": { "input": "1" } } } }""").Plan();

        Assert.Equal("drwx------", ModeOf("plans/web"));
        Assert.Equal("-rw-------", ModeOf("plans/web/plan.log"));
    }

    [TerraformFact]
    public void What_terraform_prints_is_masked_as_the_review_is()
    {
        _app.Stack("web", """
            {
              "variable": { "secret": { "type": "string", "sensitive": true, "default": "hunter2-hunter2" } },
              "resource": { "terraform_data": { "a": { "input": "${var.secret}" }, "b": { "input": "x", "triggers_replace": "${sensitive(\"later-later\")}" } } },
              "output": {
                "by_value": { "value": "${nonsensitive(var.secret)}" },
                "in_text": { "value": "user:${nonsensitive(var.secret)}@host" },
                "several_lines": { "value": "a\n${nonsensitive(var.secret)}\nb" },
                "password": { "value": "by its name" },
                "plain": { "value": "shown" },
                "marked": { "value": "${var.secret}", "sensitive": true }
              }
            }
            """).Plan();

        var result = _app.Apply();

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.DoesNotContain("hunter2", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("by its name", result.Output, StringComparison.Ordinal);
        Assert.Contains("by_value = \"(sensitive)\"", result.Output, StringComparison.Ordinal);
        Assert.Contains("in_text = \"user:(sensitive)@host\"", result.Output, StringComparison.Ordinal);
        Assert.Contains("password = (sensitive)", result.Output, StringComparison.Ordinal);
        Assert.Contains("plain = \"shown\"", result.Output, StringComparison.Ordinal);
    }

    private string ModeOf(string path) => Processes.Run("ls", ["-ld", path], _app.Scratch.Root).Output.Split(' ')[0].TrimEnd('.', '+');

    private void WaitFor(string file)
    {
        while (!File.Exists(_app.Scratch.PathOf(file)))
        {
            Thread.Yield();
        }
    }
}
