module "product_ecr" {
  source = "../../core/ecr"

  repository_name = "shopstack-product"
}

module "product_secrets" {
  source = "../../core/secrets"

  secret_names = ["shopstack/dev/product", "shopstack/staging/product", "shopstack/prod/product"]
}

module "product_codebuild" {
  source = "../../core/codebuild"

  project_name     = "shopstack-product"
  description      = "Builds and pushes the image of product"
  source_location  = "https://github.com/shopstack/apps-sre.git"
  buildspec        = "services/product/buildspec.yml"
  service_role_arn = module.product_codebuild_role.role_arn
}

module "product_codebuild_role" {
  source = "../../iam/codebuild-role"

  project_name       = "shopstack-product"
  ecr_repository_arn = module.product_ecr.repository_arn
}
