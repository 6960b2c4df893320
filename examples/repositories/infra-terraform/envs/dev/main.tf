# What all services stand on. Each service has a file of its own beside this one: service-<name>.tf.

locals {
  tags = {
    organisation = var.organisation
    managed-by   = "terraform"
  }
}

module "vpc" {
  source = "../../core/vpc"

  name               = "${var.organisation}-dev"
  cidr_block         = var.vpc_cidr_block
  single_nat_gateway = true
}

module "github_oidc" {
  source = "../../core/github-oidc"
}

module "github_actions_role" {
  source = "../../iam/github-oidc"

  role_name    = "${var.organisation}-github-actions"
  provider_arn = module.github_oidc.provider_arn
  repository   = var.apps_repository
  account_id   = var.account_id
  region       = var.region
}

module "codebuild_role" {
  source = "../../iam/codebuild-role"

  role_name  = "${var.organisation}-codebuild"
  account_id = var.account_id
  region     = var.region
}
