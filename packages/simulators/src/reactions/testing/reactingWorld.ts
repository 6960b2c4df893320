import { createGithubSimulator } from '../../github';
import { createTestWorld } from '../../world/createTestWorld';
import type { FileChanges, WorkflowRun } from '../../world/types';
import { settle } from '../../world/settle';
import { createReactions } from '../createReactions';

const AUTHOR = { name: 'Checkout developer', email: 'dev@shopstack.example' };

/** The least Terraform that makes one service. */
export function terraformOf(...services: string[]): Record<string, string> {
  return {
    'core/ecr/main.tf': `
variable "repository_name" { type = string }
resource "aws_ecr_repository" "this" {
  name = var.repository_name
  image_scanning_configuration { scan_on_push = true }
}
output "repository_url" { value = aws_ecr_repository.this.repository_url }
`,
    'iam/github-oidc/main.tf': `
variable "repository" { type = string }
data "aws_iam_policy_document" "assume" {
  statement {
    condition {
      variable = "token.actions.githubusercontent.com:sub"
      values   = ["repo:\${var.repository}:ref:refs/heads/main"]
    }
  }
}
resource "aws_iam_role" "this" {
  name               = "shopstack-github-actions"
  assume_role_policy = data.aws_iam_policy_document.assume.json
}
`,
    'envs/dev/main.tf': `
module "github" {
  source     = "../../iam/github-oidc"
  repository = "shopstack/apps-sre"
}
`,
    ...Object.fromEntries(
      services.map(service => [
        `envs/dev/service-${service}.tf`,
        `
module "${service}_ecr" {
  source          = "../../core/ecr"
  repository_name = "shopstack-${service}"
}
resource "aws_codebuild_project" "${service}" {
  name = "shopstack-${service}"
  environment {
    environment_variable {
      name  = "REPOSITORY_URI"
      value = module.${service}_ecr.repository_url
    }
  }
  source {
    location  = "https://github.com/shopstack/apps-sre.git"
    buildspec = "services/${service}/buildspec.yml"
  }
}
`,
      ]),
    ),
  };
}

/** A service as a golden path makes it, cut down to what the world reads. */
export function codeOf(service: string): Record<string, string> {
  return {
    [`services/${service}/Dockerfile`]:
      'FROM node:24-slim AS build\nRUN npm ci\nFROM node:24-slim\nCOPY --from=build . .\n',
    [`services/${service}/buildspec.yml`]: `
version: 0.2
env:
  exported-variables: [IMAGE_URI, IMAGE_DIGEST]
phases:
  pre_build: {commands: [aws ecr get-login-password | docker login]}
  build: {commands: [docker build -t $IMAGE_URI .]}
  post_build: {commands: [docker push $IMAGE_URI]}
`,
    '.github/actions/bump-image/action.yml': 'name: bump-image\n',
    [`.github/workflows/${service}.yml`]: `
name: ${service}
on:
  push: {branches: [main], paths: ['services/${service}/**']}
  pull_request: {paths: ['services/${service}/**']}
permissions: {contents: read}
jobs:
  test:
    steps: [{uses: actions/checkout@v4}, {run: npm test}]
  build:
    needs: test
    if: github.event_name == 'push' && github.ref == 'refs/heads/main'
    permissions: {id-token: write, contents: read}
    steps:
      - uses: aws-actions/configure-aws-credentials@v4
        with: {role-to-assume: 'arn:aws:iam::123456789012:role/shopstack-github-actions'}
      - uses: aws-actions/aws-codebuild-run-build@v1
        with: {project-name: shopstack-${service}}
  bump:
    needs: build
    steps:
      - uses: ./.github/actions/bump-image
        with:
          service: ${service}
          environment: dev
          tag: \${{ github.sha }}
          replicas: 1
          repository: shopstack/cluster-gitops
`,
  };
}

export function overlayOf(service: string): Record<string, string> {
  return {
    [`apps/${service}/overlays/dev/kustomization.yaml`]: `# The dev environment
namespace: ${service}-dev
images:
  - name: shopstack-${service}   # replaced by the pipeline
    newTag: "unreleased"
replicas:
  - name: ${service}
    count: 0
`,
  };
}

/** A world with a forge and reactions, and the three repositories with an empty main. */
export async function createReactingWorld() {
  const world = createTestWorld();
  world.addresses.set('github', 'http://localhost:1');
  for (const name of ['apps-sre', 'cluster-gitops', 'infra-terraform']) {
    await world.repositories.create(name);
  }
  const { app, forge, close } = createGithubSimulator({ world });
  await createReactions({ world, forge });
  const commit = (
    repository: string,
    files: Record<string, string | undefined>,
    branch: string = 'main',
  ) =>
    world.repositories.write(repository, {
      branch,
      from: branch === 'main' ? undefined : 'main',
      message: `feat: change ${Object.keys(files)[0]}`,
      author: AUTHOR,
      changes: new Map(Object.entries(files)) as FileChanges,
    });
  const runs = (repository: string = 'apps-sre') =>
    world.store.listByPrefix<WorkflowRun>('workflow-run', `${repository}/`);
  return {
    world,
    app,
    forge,
    commit,
    runs,
    settle: (condition?: () => boolean | Promise<boolean>) =>
      settle(world, condition),
    async close() {
      await close?.();
      await world.close();
    },
  };
}
