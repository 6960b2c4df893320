module "notification_ecr" {
  source = "../../core/ecr"

  repository_name = "shopstack-notification"
  tags            = { service = "notification" }
}

module "notification_codebuild" {
  source = "../../core/codebuild"

  project_name     = "shopstack-notification"
  description      = "Builds and pushes the image of notification"
  service_role_arn = module.codebuild_role.role_arn
  source_location  = var.apps_repository_url
  source_path      = "services/notification"
  buildspec        = "services/notification/buildspec.yml"
  repository_url   = module.notification_ecr.repository_url
  tags             = { service = "notification" }
}

module "notification_secrets" {
  source = "../../core/secrets"

  secret_names = ["shopstack/dev/notification", "shopstack/staging/notification", "shopstack/prod/notification"]
  tags         = { service = "notification" }
}
