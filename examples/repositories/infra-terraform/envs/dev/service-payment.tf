module "payment_ecr" {
  source = "../../core/ecr"

  repository_name = "shopstack-payment"
  tags            = { service = "payment" }
}

module "payment_codebuild" {
  source = "../../core/codebuild"

  project_name     = "shopstack-payment"
  description      = "Builds and pushes the image of payment"
  service_role_arn = module.codebuild_role.role_arn
  source_location  = var.apps_repository_url
  source_path      = "services/payment"
  buildspec        = "services/payment/buildspec.yml"
  repository_url   = module.payment_ecr.repository_url
  tags             = { service = "payment" }
}

module "payment_secrets" {
  source = "../../core/secrets"

  secret_names = ["shopstack/dev/payment", "shopstack/staging/payment", "shopstack/prod/payment"]
  tags         = { service = "payment" }
}
