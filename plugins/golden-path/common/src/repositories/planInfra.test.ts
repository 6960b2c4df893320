import { fileOf, pathsIn, planOn } from '../__testUtils__/planning';

const FILE = 'envs/dev/service-refunds.tf';
const variable = (name: string, more = '') =>
  `variable "${name}" {\n  type = string\n${more}}\n`;

/** A repository whose modules are not ours. */
const OTHERS = {
  'core/ecr/variables.tf':
    variable('repository_name') + variable('tags', '  default = {}\n'),
  'core/secrets/variables.tf': variable('secret_names'),
  'core/codebuild/variables.tf': [
    'project_name',
    'service_role_arn',
    'clone_url',
    'buildspec',
  ]
    .map(name => variable(name))
    .join('\n'),
  'iam/codebuild-role/outputs.tf': 'output "arn" {\n  value = "x"\n}\n',
  'envs/dev/main.tf':
    'module "builder" {\n  source = "../../iam/codebuild-role"\n}\n',
  'envs/dev/service-order.tf': `module "order_ecr" {
  source = "../../core/ecr"

  repository_name = "shopstack-order" # "shopstack-other"
  tags            = { service = "order", orders = "no" }
}

module "order_codebuild" {
  source       = "../../core/codebuild"
  project_name = "shopstack-order"
  clone_url    = "https://forge.example/shop/apps.git"
  buildspec    = "services/order/buildspec.yml"
}
`,
};

describe('planInfra', () => {
  it('writes what terraform fmt would write', async () => {
    expect(fileOf(await planOn(), FILE)).toMatchInlineSnapshot(`
"module "refunds_ecr" {
  source = "../../core/ecr"

  repository_name = "shopstack-refunds"
}

module "refunds_secrets" {
  source = "../../core/secrets"

  secret_names = ["shopstack/dev/refunds", "shopstack/staging/refunds", "shopstack/prod/refunds"]
}

module "refunds_codebuild" {
  source = "../../core/codebuild"

  project_name     = "shopstack-refunds"
  description      = "Builds and pushes the image of refunds"
  source_location  = "https://github.com/shopstack/apps-sre.git"
  buildspec        = "services/refunds/buildspec.yml"
  service_role_arn = module.refunds_codebuild_role.role_arn
}

module "refunds_codebuild_role" {
  source = "../../iam/codebuild-role"

  project_name       = "shopstack-refunds"
  ecr_repository_arn = module.refunds_ecr.repository_arn
}
"
`);
  });

  it('names only the secrets of the environments that are asked for', async () => {
    const plan = await planOn(
      {},
      { name: 'gift-cards', environments: ['prod'] },
    );
    const text = fileOf(plan, 'envs/dev/service-gift-cards.tf');
    expect(text).toContain('secret_names = ["shopstack/prod/gift-cards"]');
    expect(text).toContain('module "gift_cards_ecr"');
    expect(text).toContain('module.gift_cards_ecr.repository_arn');
  });

  it('calls the modules that are there as their other callers do', async () => {
    const plan = await planOn({ infra: OTHERS });
    expect(pathsIn(plan, 'infra')).toEqual([FILE]);
    const text = fileOf(plan, FILE);
    expect(text).toContain(
      'tags            = { service = "refunds", orders = "no" }',
    );
    expect(text).toContain('service_role_arn = module.builder.arn');
    expect(text).toContain(
      'clone_url        = "https://forge.example/shop/apps.git"',
    );
    expect(text).not.toContain('_codebuild_role');
    expect(text).not.toContain('order"');
  });

  it('refuses a module that needs what nobody knows, and names it', async () => {
    await expect(
      planOn({
        infra: { ...OTHERS, 'core/ecr/more.tf': variable('cost_centre') },
      }),
    ).rejects.toThrow('core/ecr needs "cost_centre"');
  });
});
