module "vpc" {
  source = "../../core/vpc"

  name = "shopstack-dev"
}

module "github_oidc" {
  source = "../../core/github-oidc"
}

module "github_actions_role" {
  source = "../../iam/github-oidc"

  provider_arn = module.github_oidc.provider_arn
  repository   = "<$ repositories.apps.slug $>"
  branch       = "<$ repositories.apps.branch $>"
  role_name    = "<$ aws.githubActionsRole $>"
}
