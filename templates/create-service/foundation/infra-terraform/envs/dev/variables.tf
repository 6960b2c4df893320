variable "region" {
  description = "AWS region"
  type        = string
  default     = "<$ aws.region $>"
}

variable "account_id" {
  description = "The only account that this may be applied to"
  type        = string
  default     = "<$ aws.account $>"
}
