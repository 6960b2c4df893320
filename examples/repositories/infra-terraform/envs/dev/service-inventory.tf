module "inventory_ecr" {
  source = "../../core/ecr"

  repository_name = "shopstack-inventory"
}

module "inventory_secrets" {
  source = "../../core/secrets"

  secret_names = ["shopstack/dev/inventory", "shopstack/staging/inventory", "shopstack/prod/inventory"]
}

module "inventory_codebuild" {
  source = "../../core/codebuild"

  project_name     = "shopstack-inventory"
  description      = "Builds and pushes the image of inventory"
  source_location  = "https://github.com/shopstack/apps-sre.git"
  buildspec        = "services/inventory/buildspec.yml"
  service_role_arn = module.inventory_codebuild_role.role_arn
}

module "inventory_codebuild_role" {
  source = "../../iam/codebuild-role"

  project_name       = "shopstack-inventory"
  ecr_repository_arn = module.inventory_ecr.repository_arn
}
