terraform {
  backend "s3" {
    bucket         = "shopstack-terraform-state-123456789012"
    key            = "envs/dev/terraform.tfstate"
    region         = "us-east-1"
    dynamodb_table = "shopstack-terraform-lock"
    encrypt        = true
  }
}
