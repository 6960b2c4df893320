module "order_ecr" {
  source = "../../core/ecr"

  repository_name = "shopstack-order"
  tags            = { service = "order" }
}

module "order_codebuild" {
  source = "../../core/codebuild"

  project_name     = "shopstack-order"
  description      = "Builds and pushes the image of order"
  service_role_arn = module.codebuild_role.role_arn
  source_location  = var.apps_repository_url
  source_path      = "services/order"
  buildspec        = "services/order/buildspec.yml"
  repository_url   = module.order_ecr.repository_url
  tags             = { service = "order" }
}

module "order_secrets" {
  source = "../../core/secrets"

  secret_names = ["shopstack/dev/order", "shopstack/staging/order", "shopstack/prod/order"]
  tags         = { service = "order" }
}
