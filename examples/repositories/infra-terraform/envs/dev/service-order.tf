module "order_ecr" {
  source = "../../core/ecr"

  repository_name = "shopstack-order"
}

module "order_secrets" {
  source = "../../core/secrets"

  secret_names = ["shopstack/dev/order", "shopstack/staging/order", "shopstack/prod/order"]
}

module "order_codebuild" {
  source = "../../core/codebuild"

  project_name     = "shopstack-order"
  description      = "Builds and pushes the image of order"
  source_location  = "https://github.com/shopstack/apps-sre.git"
  buildspec        = "services/order/buildspec.yml"
  service_role_arn = module.order_codebuild_role.role_arn
}

module "order_codebuild_role" {
  source = "../../iam/codebuild-role"

  project_name       = "shopstack-order"
  ecr_repository_arn = module.order_ecr.repository_arn
}
