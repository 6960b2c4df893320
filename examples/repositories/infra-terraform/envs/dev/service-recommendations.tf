module "recommendations_ecr" {
  source = "../../core/ecr"

  repository_name = "shopstack-recommendations"
}

module "recommendations_secrets" {
  source = "../../core/secrets"

  secret_names = ["shopstack/dev/recommendations", "shopstack/staging/recommendations", "shopstack/prod/recommendations"]
}

module "recommendations_codebuild" {
  source = "../../core/codebuild"

  project_name     = "shopstack-recommendations"
  description      = "Builds and pushes the image of recommendations"
  source_location  = "https://github.com/shopstack/apps-sre.git"
  buildspec        = "services/recommendations/buildspec.yml"
  service_role_arn = module.recommendations_codebuild_role.role_arn
}

module "recommendations_codebuild_role" {
  source = "../../iam/codebuild-role"

  project_name       = "shopstack-recommendations"
  ecr_repository_arn = module.recommendations_ecr.repository_arn
}
