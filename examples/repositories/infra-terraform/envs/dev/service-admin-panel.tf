module "admin_panel_ecr" {
  source = "../../core/ecr"

  repository_name = "shopstack-admin-panel"
  tags            = { service = "admin-panel" }
}

module "admin_panel_codebuild" {
  source = "../../core/codebuild"

  project_name     = "shopstack-admin-panel"
  description      = "Builds and pushes the image of admin-panel"
  service_role_arn = module.codebuild_role.role_arn
  source_location  = var.apps_repository_url
  source_path      = "services/admin-panel"
  buildspec        = "services/admin-panel/buildspec.yml"
  repository_url   = module.admin_panel_ecr.repository_url
  tags             = { service = "admin-panel" }
}

module "admin_panel_secrets" {
  source = "../../core/secrets"

  secret_names = ["shopstack/dev/admin-panel", "shopstack/staging/admin-panel", "shopstack/prod/admin-panel"]
  tags         = { service = "admin-panel" }
}
