variable "provider_arn" {
  description = "ARN of the identity provider of GitHub Actions"
  type        = string
}

variable "repository" {
  description = "Repository whose workflows may assume the role, owner/name"
  type        = string
}

variable "branch" {
  description = "Branch whose workflows may assume the role"
  type        = string
  default     = "main"
}

variable "role_name" {
  description = "Name of the role"
  type        = string
  default     = "shopstack-github-actions"
}
