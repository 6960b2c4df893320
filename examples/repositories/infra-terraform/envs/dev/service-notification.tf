module "notification_ecr" {
  source = "../../core/ecr"

  repository_name = "shopstack-notification"
}

module "notification_secrets" {
  source = "../../core/secrets"

  secret_names = ["shopstack/dev/notification", "shopstack/staging/notification", "shopstack/prod/notification"]
}

module "notification_codebuild" {
  source = "../../core/codebuild"

  project_name     = "shopstack-notification"
  description      = "Builds and pushes the image of notification"
  source_location  = "https://github.com/shopstack/apps-sre.git"
  buildspec        = "services/notification/buildspec.yml"
  service_role_arn = module.notification_codebuild_role.role_arn
}

module "notification_codebuild_role" {
  source = "../../iam/codebuild-role"

  project_name       = "shopstack-notification"
  ecr_repository_arn = module.notification_ecr.repository_arn
}
