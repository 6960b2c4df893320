module "product_ecr" {
  source = "../../core/ecr"

  repository_name = "shopstack-product"
  tags            = { service = "product" }
}

module "product_codebuild" {
  source = "../../core/codebuild"

  project_name     = "shopstack-product"
  description      = "Builds and pushes the image of product"
  service_role_arn = module.codebuild_role.role_arn
  source_location  = var.apps_repository_url
  source_path      = "services/product"
  buildspec        = "services/product/buildspec.yml"
  repository_url   = module.product_ecr.repository_url
  tags             = { service = "product" }
}

module "product_secrets" {
  source = "../../core/secrets"

  secret_names = ["shopstack/dev/product", "shopstack/staging/product", "shopstack/prod/product"]
  tags         = { service = "product" }
}
