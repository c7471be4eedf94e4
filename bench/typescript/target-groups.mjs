// The stacks of `bench synth-scale` as TypeScript's CDKTF makes them, without C# and jsii: target-groups.mjs COUNT LARGEST DIRECTORY.
import { createRequire } from 'node:module';

const require = createRequire(new URL('../../bindings/', import.meta.url));
const { App, LocalBackend, TerraformStack } = require('cdktf');
const { LbTargetGroup } = require('@cdktf/provider-aws/lib/lb-target-group');
const { AwsProvider } = require('@cdktf/provider-aws/lib/provider');

const [count, largest] = process.argv.slice(2, 4).map(Number);
const directory = process.argv[4];
const app = new App({ outdir: directory, stackTraces: false });
for (let begin = 0; begin < count; begin += largest) {
  addStack(`many${begin / largest}-bench`, Math.min(largest, count - begin));
}
app.synth();

function addStack(name, size) {
  const stack = new TerraformStack(app, name);
  new LocalBackend(stack, { path: `../../../terraform.${name}.tfstate` });
  new AwsProvider(stack, 'aws', { region: 'eu-central-1' });
  for (let number = 0; number < size; number++) {
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
}
