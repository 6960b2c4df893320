module "catalog_ecr" {
  source = "../../core/ecr"

  repository_name = "shopstack-catalog"
  tags            = { service = "catalog" }
}

module "catalog_codebuild" {
  source = "../../core/codebuild"

  project_name     = "shopstack-catalog"
  description      = "Builds and pushes the image of catalog"
  service_role_arn = module.codebuild_role.role_arn
  source_location  = var.apps_repository_url
  source_path      = "services/catalog"
  buildspec        = "services/catalog/buildspec.yml"
  repository_url   = module.catalog_ecr.repository_url
  tags             = { service = "catalog" }
}

module "catalog_secrets" {
  source = "../../core/secrets"

  secret_names = ["shopstack/dev/catalog", "shopstack/staging/catalog", "shopstack/prod/catalog"]
  tags         = { service = "catalog" }
}
