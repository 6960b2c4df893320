module "catalog_ecr" {
  source = "../../core/ecr"

  repository_name = "shopstack-catalog"
}

module "catalog_secrets" {
  source = "../../core/secrets"

  secret_names = ["shopstack/dev/catalog", "shopstack/staging/catalog", "shopstack/prod/catalog"]
}

module "catalog_codebuild" {
  source = "../../core/codebuild"

  project_name     = "shopstack-catalog"
  description      = "Builds and pushes the image of catalog"
  source_location  = "https://github.com/shopstack/apps-sre.git"
  buildspec        = "services/catalog/buildspec.yml"
  service_role_arn = module.catalog_codebuild_role.role_arn
}

module "catalog_codebuild_role" {
  source = "../../iam/codebuild-role"

  project_name       = "shopstack-catalog"
  ecr_repository_arn = module.catalog_ecr.repository_arn
}
