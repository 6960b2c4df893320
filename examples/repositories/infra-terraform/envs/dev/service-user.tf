module "user_ecr" {
  source = "../../core/ecr"

  repository_name = "shopstack-user"
}

module "user_secrets" {
  source = "../../core/secrets"

  secret_names = ["shopstack/dev/user", "shopstack/staging/user", "shopstack/prod/user"]
}

module "user_codebuild" {
  source = "../../core/codebuild"

  project_name     = "shopstack-user"
  description      = "Builds and pushes the image of user"
  source_location  = "https://github.com/shopstack/apps-sre.git"
  buildspec        = "services/user/buildspec.yml"
  service_role_arn = module.user_codebuild_role.role_arn
}

module "user_codebuild_role" {
  source = "../../iam/codebuild-role"

  project_name       = "shopstack-user"
  ecr_repository_arn = module.user_ecr.repository_arn
}
