module "api_gateway_ecr" {
  source = "../../core/ecr"

  repository_name = "shopstack-api-gateway"
}

module "api_gateway_secrets" {
  source = "../../core/secrets"

  secret_names = ["shopstack/dev/api-gateway", "shopstack/staging/api-gateway", "shopstack/prod/api-gateway"]
}

module "api_gateway_codebuild" {
  source = "../../core/codebuild"

  project_name     = "shopstack-api-gateway"
  description      = "Builds and pushes the image of api-gateway"
  source_location  = "https://github.com/shopstack/apps-sre.git"
  buildspec        = "services/api-gateway/buildspec.yml"
  service_role_arn = module.api_gateway_codebuild_role.role_arn
}

module "api_gateway_codebuild_role" {
  source = "../../iam/codebuild-role"

  project_name       = "shopstack-api-gateway"
  ecr_repository_arn = module.api_gateway_ecr.repository_arn
}
