module "cart_ecr" {
  source = "../../core/ecr"

  repository_name = "shopstack-cart"
}

module "cart_secrets" {
  source = "../../core/secrets"

  secret_names = ["shopstack/dev/cart", "shopstack/staging/cart", "shopstack/prod/cart"]
}

module "cart_codebuild" {
  source = "../../core/codebuild"

  project_name     = "shopstack-cart"
  description      = "Builds and pushes the image of cart"
  source_location  = "https://github.com/shopstack/apps-sre.git"
  buildspec        = "services/cart/buildspec.yml"
  service_role_arn = module.cart_codebuild_role.role_arn
}

module "cart_codebuild_role" {
  source = "../../iam/codebuild-role"

  project_name       = "shopstack-cart"
  ecr_repository_arn = module.cart_ecr.repository_arn
}
