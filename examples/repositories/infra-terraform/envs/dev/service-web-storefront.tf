module "web_storefront_ecr" {
  source = "../../core/ecr"

  repository_name = "shopstack-web-storefront"
}

module "web_storefront_secrets" {
  source = "../../core/secrets"

  secret_names = ["shopstack/dev/web-storefront", "shopstack/staging/web-storefront", "shopstack/prod/web-storefront"]
}

module "web_storefront_codebuild" {
  source = "../../core/codebuild"

  project_name     = "shopstack-web-storefront"
  description      = "Builds and pushes the image of web-storefront"
  source_location  = "https://github.com/shopstack/apps-sre.git"
  buildspec        = "services/web-storefront/buildspec.yml"
  service_role_arn = module.web_storefront_codebuild_role.role_arn
}

module "web_storefront_codebuild_role" {
  source = "../../iam/codebuild-role"

  project_name       = "shopstack-web-storefront"
  ecr_repository_arn = module.web_storefront_ecr.repository_arn
}
