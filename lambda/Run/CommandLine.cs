namespace Orchestrator.Lambda.Run;

/// <summary>Chooses between the Lambda service and an operator's machine.</summary>
internal static class CommandLine
{
    private const string Usage = """
        Keeps an NLB's target group equal to an ALB's addresses.

          bootstrap                              answers invocations, where the Lambda service starts it
          bootstrap --once [--dry-run] [--json]  runs once, with the same environment variables

        """;

    /// <summary>Runs.</summary>
    internal static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        if (arguments.Count == 0 && Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API") is { Length: > 0 })
        {
            return await LambdaMode.RunAsync();
        }
        if (arguments.Contains("--once") && arguments.All(argument => argument is "--once" or "--dry-run" or "--json"))
        {
            return await OnceMode.RunAsync(arguments.Contains("--dry-run"), arguments.Contains("--json"));
        }
        if (arguments is ["--help"])
        {
            await Console.Out.WriteAsync(Usage);
            return 0;
        }
        await Console.Error.WriteAsync(arguments.Count == 0 ? $"error: this is no Lambda service; to run once, say so\n\n{Usage}" : $"error: unknown arguments: {string.Join(' ', arguments)}\n\n{Usage}");
        return 1;
    }
}
