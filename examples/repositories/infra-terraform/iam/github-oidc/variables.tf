variable "role_name" {
  description = "Name of the role."
  type        = string
  default     = "shopstack-github-actions"
}

variable "provider_arn" {
  description = "ARN of the identity provider of GitHub Actions."
  type        = string
}

variable "repository" {
  description = "The repository whose workflows may take the role, <organisation>/<name>."
  type        = string
}

variable "branch" {
  description = "The branch whose workflows may take the role."
  type        = string
  default     = "main"
}

variable "account_id" {
  description = "Account that everything lives in."
  type        = string
}

variable "region" {
  description = "Region that everything lives in."
  type        = string
}

variable "name_prefix" {
  description = "Prefix of the names of registries and build projects."
  type        = string
  default     = "shopstack"
}

variable "tags" {
  description = "Tags of every resource of this module."
  type        = map(string)
  default     = {}
}
