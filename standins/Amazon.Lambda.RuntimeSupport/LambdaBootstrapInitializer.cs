namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Runs once, before the first invocation; returns whether the function may start.</summary>
public delegate Task<bool> LambdaBootstrapInitializer();
