module "payment_ecr" {
  source = "../../core/ecr"

  repository_name = "shopstack-payment"
}

module "payment_secrets" {
  source = "../../core/secrets"

  secret_names = ["shopstack/dev/payment", "shopstack/staging/payment", "shopstack/prod/payment"]
}

module "payment_codebuild" {
  source = "../../core/codebuild"

  project_name     = "shopstack-payment"
  description      = "Builds and pushes the image of payment"
  source_location  = "https://github.com/shopstack/apps-sre.git"
  buildspec        = "services/payment/buildspec.yml"
  service_role_arn = module.payment_codebuild_role.role_arn
}

module "payment_codebuild_role" {
  source = "../../iam/codebuild-role"

  project_name       = "shopstack-payment"
  ecr_repository_arn = module.payment_ecr.repository_arn
}
