using Orchestrator.Lambda.Run;

return await CommandLine.RunAsync(args);
