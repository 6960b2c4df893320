terraform {
  backend "s3" {
    bucket         = "shopstack-terraform-state-<$ aws.account $>"
    key            = "envs/dev/terraform.tfstate"
    region         = "<$ aws.region $>"
    dynamodb_table = "shopstack-terraform-lock"
    encrypt        = true
  }
}
