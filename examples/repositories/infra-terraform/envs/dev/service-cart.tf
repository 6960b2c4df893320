module "cart_ecr" {
  source = "../../core/ecr"

  repository_name = "shopstack-cart"
  tags            = { service = "cart" }
}

module "cart_codebuild" {
  source = "../../core/codebuild"

  project_name     = "shopstack-cart"
  description      = "Builds and pushes the image of cart"
  service_role_arn = module.codebuild_role.role_arn
  source_location  = var.apps_repository_url
  source_path      = "services/cart"
  buildspec        = "services/cart/buildspec.yml"
  repository_url   = module.cart_ecr.repository_url
  tags             = { service = "cart" }
}

module "cart_secrets" {
  source = "../../core/secrets"

  secret_names = ["shopstack/dev/cart", "shopstack/staging/cart", "shopstack/prod/cart"]
  tags         = { service = "cart" }
}
