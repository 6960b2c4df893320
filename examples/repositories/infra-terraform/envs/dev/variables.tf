variable "region" {
  description = "AWS region"
  type        = string
  default     = "us-east-1"
}

variable "account_id" {
  description = "The only account that this may be applied to"
  type        = string
  default     = "123456789012"
}
