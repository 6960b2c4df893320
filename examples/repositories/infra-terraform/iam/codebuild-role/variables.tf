variable "role_name" {
  description = "Name of the role."
  type        = string
  default     = "shopstack-codebuild"
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
