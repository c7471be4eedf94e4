using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Tests.Manifest;

public sealed class SecretTests
{
    private const string Key = "AKIAIOSFODNN7EXAMPLE";

    [Theory]
    [InlineData("AKIA", "IOSFODNN7EXAMPLE")]
    [InlineData("ASIA", "IOSFODNN7EXAMPLE")]
    [InlineData("-----BEGIN ", "PRIVATE KEY-----")]
    [InlineData("-----BEGIN EC ", "PRIVATE KEY-----")]
    [InlineData("-----BEGIN PGP ", "PRIVATE KEY BLOCK-----")]
    [InlineData("ghp_", "0123456789abcdefghijklmnopqrstuvwxyz")]
    [InlineData("github_pat_", "0123456789abcdefghijkl_mnop")]
    [InlineData("glpat-", "0123456789abcdefghij")]
    [InlineData("xoxb-", "0123456789-abcdef")]
    [InlineData("sk_live_", "0123456789abcdef")]
    [InlineData("AIza", "0123456789abcdefghijklmnopqrstuvwxy")]
    public void A_credential_is_told_by_its_form_and_never_shown(string prefix, string rest)
    {
        var said = Manifests.Check($"tags: {{ note: \"use {prefix}{rest}\" }}");

        Assert.StartsWith("error MAN016 web.yaml:1:15: tags.note holds what looks like a", Assert.Single(said), StringComparison.Ordinal);
        Assert.DoesNotContain(rest, said[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData($"app: [{Key}\n")]
    [InlineData($"\"{Key}\": 1\n\"{Key}\": 2\n")]
    [InlineData($"- {Key}\n")]
    [InlineData($"{Key}\n")]
    [InlineData($"app: !{Key} web\n")]
    [InlineData($"app: *{Key}\n")]
    [InlineData($"suppressions: [{{ rule: {Key}, path: app, reason: none, expires: 2099-12-31 }}]\n")]
    public void A_credential_is_not_shown_even_where_the_text_around_it_is_wrong(string text)
    {
        var said = Manifests.Lines(Manifests.ReadWhole(text));

        Assert.NotEmpty(said);
        Assert.DoesNotContain(said, line => line.Contains(Key, StringComparison.Ordinal));
    }

    [Fact]
    public void A_credential_from_a_variable_is_not_shown_by_a_finding_about_it()
    {
        var result = Manifests.Read("targetGroups: { app: { targetType: ip, port: 80, healthCheck: { path: \"${env:KEY}\" } } }", ("KEY", Key));

        Assert.Equal("${env:KEY}", Assert.Single(result.Findings).Got!.Trim('"'));
    }

    [Fact]
    public void A_secret_from_a_variable_is_read_and_not_shown_wherever_it_is_found()
    {
        var (props, findings) = Bind("password: ${env:PASSWORD}\nhint: hunter2\nport: hunter2\n", ("PASSWORD", "hunter2"));

        Assert.True(props!.Password!.Is("hunter2"));
        Assert.Equal(["port is not a whole number: got the string (secret), allowed a whole number; write a whole number"], findings);
    }

    [Fact]
    public void A_secret_that_is_put_into_other_text_is_not_shown_by_itself_either()
    {
        var (_, findings) = Bind("password: \"user:${env:PASSWORD}\"\nport: hunter2\n", ("PASSWORD", "hunter2"));

        Assert.Equal(["port is not a whole number: got the string (secret), allowed a whole number; write a whole number"], findings);
    }

    [Fact]
    public void A_long_secret_is_not_shown_in_part()
    {
        var secret = string.Concat(Enumerable.Repeat("abcdefghij", 20));

        var (_, findings) = Bind($"password: ${{env:PASSWORD}}\nport: \"{secret}\"\n", ("PASSWORD", secret));

        Assert.Equal(["port is not a whole number: got the string (secret), allowed a whole number; write a whole number"], findings);
    }

    [Theory]
    [InlineData("password: hunter2\n", "password")]
    [InlineData("tokens: { api: hunter2 }\n", "tokens.api")]
    [InlineData("keys: [hunter2]\n", "keys[0]")]
    public void A_secret_that_is_written_out_is_refused_once_and_not_shown(string text, string path)
    {
        var (_, findings) = Bind(text);

        Assert.Equal([$"{path} is a secret that is written out: allowed ${{env:NAME}} or ${{file:path}}; take it out of the manifest, and replace it: whoever has read the file has it"], findings);
    }

    [Fact]
    public void A_secret_of_the_wrong_kind_is_not_shown()
    {
        var (_, findings) = Bind("password: 12345678\n");

        Assert.Equal("password is a secret that is written out: allowed ${env:NAME} or ${file:path}; take it out of the manifest, and replace it: whoever has read the file has it", Assert.Single(findings));
    }

    [Theory]
    [InlineData("client: hunter2\n", "client is a secret that is written out: allowed a reference to it: secretId, jsonKey; take it out of the manifest, and replace it: whoever has read the file has it")]
    [InlineData("client: ${env:PASSWORD}\n", "client is not a map: got the string (secret), allowed a map; it has the keys secretId, jsonKey")]
    public void Where_a_secret_is_referred_to_it_cannot_stand_itself(string text, string finding) => Assert.Equal([finding], Bind(text, ("PASSWORD", "hunter2")).Findings);

    [Fact]
    public void A_reference_to_a_secret_is_no_secret() => Assert.Empty(Bind("client: { secretId: shop/oidc, jsonKey: secret }\n").Findings);

    private static (Vault? Props, IReadOnlyList<string> Findings) Bind(string text, params IReadOnlyList<(string Name, string Value)> environment)
    {
        var (problems, sources, secrets) = (new Problems("web.yaml"), new SourceMap("web.yaml"), new Secrets());
        var tree = (MappingNode)new Interpolation(problems, secrets, AppContext.BaseDirectory, name => environment.First(variable => variable.Name == name).Value).Apply(YamlTree.Read(text, problems)!, "");
        var (props, _) = new Binder(tree, problems, sources, secrets).Bind<Vault>();
        return (props, [.. problems.Findings.Select(finding => secrets.Hide(finding).Message)]);
    }

    private sealed record Vault : IProps
    {
        [Secret]
        public Value<string>? Password { get; init; }

        [Secret]
        public IReadOnlyDictionary<string, Value<string>>? Tokens { get; init; }

        [Secret]
        public ValueList<string>? Keys { get; init; }

        [Secret]
        public Safe? Client { get; init; }

        public Value<string>? Hint { get; init; }

        public Value<int>? Port { get; init; }
    }

    private sealed record Safe
    {
        public Value<string>? SecretId { get; init; }

        public Value<string>? JsonKey { get; init; }
    }
}
