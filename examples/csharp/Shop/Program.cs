using HashiCorp.Cdktf;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Synthesis;
using Shop;

var app = new App();
var stack = new ShopStack(app, "shop-dev");

// app.Synth() refuses errors too, with a stack trace. Asked here, they are lines to read, and warnings are among them.
var findings = StackModel.Of(stack).Check();
foreach (var finding in findings)
{
    Console.Error.WriteLine($"{finding.Rule.Level.ToString().ToLowerInvariant()} {finding.Rule.Id} {finding.Message}");
}
if (findings.Any(finding => finding.Rule.Level == Level.Error))
{
    return 3;
}
app.Synth();
return 0;
