module "admin_panel_ecr" {
  source = "../../core/ecr"

  repository_name = "shopstack-admin-panel"
}

module "admin_panel_secrets" {
  source = "../../core/secrets"

  secret_names = ["shopstack/dev/admin-panel", "shopstack/staging/admin-panel", "shopstack/prod/admin-panel"]
}

module "admin_panel_codebuild" {
  source = "../../core/codebuild"

  project_name     = "shopstack-admin-panel"
  description      = "Builds and pushes the image of admin-panel"
  source_location  = "https://github.com/shopstack/apps-sre.git"
  buildspec        = "services/admin-panel/buildspec.yml"
  service_role_arn = module.admin_panel_codebuild_role.role_arn
}

module "admin_panel_codebuild_role" {
  source = "../../iam/codebuild-role"

  project_name       = "shopstack-admin-panel"
  ecr_repository_arn = module.admin_panel_ecr.repository_arn
}
