import { desiredResources } from './desiredResources';
import { loadConfiguration } from './loadConfiguration';
import { TerraformError } from './readModule';
import { toDocument } from './toDocument';

const MODULE = `
variable "names" { type = list(string) }
variable "prefix" { default = "shopstack" }
locals { folder = "\${var.prefix}/dev" }
resource "aws_secretsmanager_secret" "this" {
  for_each = toset(var.names)
  name     = "\${local.folder}/\${each.value}"
  tags     = { service = each.value, owner = data.aws_caller_identity.me.arn }
}
resource "aws_ecr_repository" "this" {
  name                 = "\${var.prefix}-\${var.names[0]}"
  image_tag_mutability = "IMMUTABLE"
}
output "folder" { value = local.folder }
`;

const load = async (environment: string, module: string = MODULE) => {
  const scopes = await loadConfiguration(
    new Map([
      ['envs/dev/main.tf', environment],
      ['core/things/main.tf', module],
      ['envs/staging/main.tf', 'this is not looked at'],
    ]),
    'envs/dev',
  );
  return desiredResources(scopes);
};

const call = (body: string) =>
  `module "a" {\n  source = "../../core/things"\n  ${body}\n}\n`;

describe('loadConfiguration', () => {
  it('evaluates modules with their inputs, defaults, locals, outputs and for_each', async () => {
    const module = MODULE.replace('var.names[0]', 'var.prefix');
    const resources = await load(
      `${call('names = ["order", "cart"]')}
module "b" {
  source = "../../core/things"
  names  = []
  prefix = "\${module.a.folder}/inner"
}
resource "aws_vpc" "ignored" { cidr_block = "10.0.0.0/16" }
`,
      module,
    );
    expect(resources.map(({ type, name }) => [type, name]).sort()).toEqual([
      ['aws_ecr_repository', 'shopstack-shopstack'],
      ['aws_ecr_repository', 'shopstack/dev/inner-shopstack/dev/inner'],
      ['aws_secretsmanager_secret', 'shopstack/dev/cart'],
      ['aws_secretsmanager_secret', 'shopstack/dev/order'],
    ]);
    const order = resources.find(({ name }) => name === 'shopstack/dev/order');
    expect(toDocument(order!, 'then', 'now')).toEqual({
      name: 'shopstack/dev/order',
      arn: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:shopstack/dev/order',
      description: '',
      createdAt: 'then',
      lastChangedAt: 'then',
      // What only AWS would know is left out.
      tags: { service: 'order' },
    });
  });

  it.each([
    ['names = ["a"]\n  other = 1', /Unsupported argument "other" in module\.a/],
    ['prefix = "x"', /Missing required argument "names" in module\.a/],
    ['names = ["a"]', /the name of aws_ecr_repository\.this cannot be known/],
    ['names = ["a"]\n  prefix = var.unknown', /the name of/],
    ['names = ["a"]\n  count = 2', /uses for_each or count/],
    ['names = [', /main\.tf/],
  ])('refuses %j', async (body, reason) => {
    await expect(load(call(body))).rejects.toThrow(reason);
    await expect(load(call(body))).rejects.toThrow(TerraformError);
  });

  it('refuses a for_each over what only AWS would know', async () => {
    const module =
      'resource "aws_iam_role" "a" {\n  for_each = data.aws_x.y.z\n  name = each.value\n}\n';
    await expect(load(call(''), module)).rejects.toThrow(
      /for_each of aws_iam_role\.a is not a known set/,
    );
  });

  it('refuses modules that are not there, not ours, twice there, or in a circle', async () => {
    const from = (source: string) =>
      `module "a" {\n  source = "${source}"\n}\n`;
    await expect(load(from('../../core/absent'))).rejects.toThrow(
      /no Terraform files in core\/absent/,
    );
    await expect(load(from('hashicorp/vpc/aws'))).rejects.toThrow(
      /only folders of this repository/,
    );
    const circle = `module "a" {\n  source = "../../core/things"\n  x = module.b.y\n}\nmodule "b" {\n  source = "../../core/things"\n  x = module.a.y\n}\n`;
    await expect(load(circle)).rejects.toThrow(/Cycle: a, b, a/);
    const twice =
      'resource "aws_iam_role" "one" {\n  name = "same"\n}\nresource "aws_iam_role" "two" {\n  name = "same"\n}\n';
    await expect(load(twice)).rejects.toThrow(/"same" is declared twice/);
  });
});
