using Orchestrator.Modules.Instances;

namespace Orchestrator.Modules.Tests.Instances;

/// <summary>User data that C# or a file brings; what is written out in a manifest is refused before (MAN016).</summary>
public sealed class SecretHintTests
{
    [Theory]
    [InlineData("#!/bin/sh\naws configure set aws_access_key_id AKIAIOSFODNN7EXAMPLE\n", "an AWS access key on its line 2")]
    [InlineData("#!/bin/sh\ncat > key.pem <<END\n-----BEGIN RSA PRIVATE KEY-----\n", "a private key on its line 3")]
    [InlineData("#!/bin/sh\nexport DB_PASSWORD=correct-horse\n", "a password or token that is assigned a literal on its line 2")]
    [InlineData("#!/bin/sh\nexport DB_PASSWORD=$(aws ssm get-parameter --name db)\n", null)]
    public void A_secret_in_a_script_is_told_by_its_kind_and_line(string script, string? hint) => Assert.Equal(hint, SecretHint.In(script));
}
