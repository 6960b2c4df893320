variable "organisation" {
  description = "Prefix of the names of shared resources."
  type        = string
  default     = "shopstack"
}

variable "account_id" {
  description = "Account that this environment lives in."
  type        = string
  default     = "123456789012"
}

variable "region" {
  description = "Region that this environment lives in."
  type        = string
  default     = "us-east-1"
}

variable "vpc_cidr_block" {
  description = "Address range of the network."
  type        = string
  default     = "10.10.0.0/16"
}

variable "apps_repository" {
  description = "The repository with the code of the services, <organisation>/<name>."
  type        = string
  default     = "shopstack/apps-sre"
}

variable "apps_repository_url" {
  description = "Clone address of that repository, for CodeBuild."
  type        = string
  default     = "https://github.com/shopstack/apps-sre.git"
}
