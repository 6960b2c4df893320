module "web_storefront_ecr" {
  source = "../../core/ecr"

  repository_name = "shopstack-web-storefront"
  tags            = { service = "web-storefront" }
}

module "web_storefront_codebuild" {
  source = "../../core/codebuild"

  project_name     = "shopstack-web-storefront"
  description      = "Builds and pushes the image of web-storefront"
  service_role_arn = module.codebuild_role.role_arn
  source_location  = var.apps_repository_url
  source_path      = "services/web-storefront"
  buildspec        = "services/web-storefront/buildspec.yml"
  repository_url   = module.web_storefront_ecr.repository_url
  tags             = { service = "web-storefront" }
}

module "web_storefront_secrets" {
  source = "../../core/secrets"

  secret_names = ["shopstack/dev/web-storefront", "shopstack/staging/web-storefront", "shopstack/prod/web-storefront"]
  tags         = { service = "web-storefront" }
}
