module "api_gateway_ecr" {
  source = "../../core/ecr"

  repository_name = "shopstack-api-gateway"
  tags            = { service = "api-gateway" }
}

module "api_gateway_codebuild" {
  source = "../../core/codebuild"

  project_name     = "shopstack-api-gateway"
  description      = "Builds and pushes the image of api-gateway"
  service_role_arn = module.codebuild_role.role_arn
  source_location  = var.apps_repository_url
  source_path      = "services/api-gateway"
  buildspec        = "services/api-gateway/buildspec.yml"
  repository_url   = module.api_gateway_ecr.repository_url
  tags             = { service = "api-gateway" }
}

module "api_gateway_secrets" {
  source = "../../core/secrets"

  secret_names = ["shopstack/dev/api-gateway", "shopstack/staging/api-gateway", "shopstack/prod/api-gateway"]
  tags         = { service = "api-gateway" }
}
