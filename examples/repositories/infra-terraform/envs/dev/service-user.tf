module "user_ecr" {
  source = "../../core/ecr"

  repository_name = "shopstack-user"
  tags            = { service = "user" }
}

module "user_codebuild" {
  source = "../../core/codebuild"

  project_name     = "shopstack-user"
  description      = "Builds and pushes the image of user"
  service_role_arn = module.codebuild_role.role_arn
  source_location  = var.apps_repository_url
  source_path      = "services/user"
  buildspec        = "services/user/buildspec.yml"
  repository_url   = module.user_ecr.repository_url
  tags             = { service = "user" }
}

module "user_secrets" {
  source = "../../core/secrets"

  secret_names = ["shopstack/dev/user", "shopstack/staging/user", "shopstack/prod/user"]
  tags         = { service = "user" }
}
