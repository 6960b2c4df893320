module "inventory_ecr" {
  source = "../../core/ecr"

  repository_name = "shopstack-inventory"
  tags            = { service = "inventory" }
}

module "inventory_codebuild" {
  source = "../../core/codebuild"

  project_name     = "shopstack-inventory"
  description      = "Builds and pushes the image of inventory"
  service_role_arn = module.codebuild_role.role_arn
  source_location  = var.apps_repository_url
  source_path      = "services/inventory"
  buildspec        = "services/inventory/buildspec.yml"
  repository_url   = module.inventory_ecr.repository_url
  tags             = { service = "inventory" }
}

module "inventory_secrets" {
  source = "../../core/secrets"

  secret_names = ["shopstack/dev/inventory", "shopstack/staging/inventory", "shopstack/prod/inventory"]
  tags         = { service = "inventory" }
}
