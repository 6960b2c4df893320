module "recommendations_ecr" {
  source = "../../core/ecr"

  repository_name = "shopstack-recommendations"
  tags            = { service = "recommendations" }
}

module "recommendations_codebuild" {
  source = "../../core/codebuild"

  project_name     = "shopstack-recommendations"
  description      = "Builds and pushes the image of recommendations"
  service_role_arn = module.codebuild_role.role_arn
  source_location  = var.apps_repository_url
  source_path      = "services/recommendations"
  buildspec        = "services/recommendations/buildspec.yml"
  repository_url   = module.recommendations_ecr.repository_url
  tags             = { service = "recommendations" }
}

module "recommendations_secrets" {
  source = "../../core/secrets"

  secret_names = ["shopstack/dev/recommendations", "shopstack/staging/recommendations", "shopstack/prod/recommendations"]
  tags         = { service = "recommendations" }
}
