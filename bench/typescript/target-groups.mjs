// The stack of `bench synth-scale` as TypeScript's CDKTF makes it, without C# and jsii: target-groups.mjs COUNT DIRECTORY.
import { createRequire } from 'node:module';

const require = createRequire(new URL('../../bindings/', import.meta.url));
const { App, LocalBackend, TerraformStack } = require('cdktf');
const { LbTargetGroup } = require('@cdktf/provider-aws/lib/lb-target-group');
const { AwsProvider } = require('@cdktf/provider-aws/lib/provider');

const [count, directory] = process.argv.slice(2);
const app = new App({ outdir: directory, stackTraces: false });
const stack = new TerraformStack(app, 'many-bench');
new LocalBackend(stack, { path: '../../../terraform.many-bench.tfstate' });
new AwsProvider(stack, 'aws', { region: 'eu-central-1' });
for (let number = 0; number < Number(count); number++) {
  new LbTargetGroup(stack, `group-${number}`, {
    name: `group-${number}`,
    targetType: 'ip',
    protocol: 'HTTP',
    protocolVersion: 'HTTP1',
    port: 8080,
    vpcId: 'vpc-0a1b2c3d4e5f60718',
    healthCheck: { enabled: true, protocol: 'HTTP', path: `/health/${number}`, interval: 10, timeout: 5 },
    lifecycle: { createBeforeDestroy: true },
  });
}
app.synth();
