variable "bucket_name" {
  description = "Name of the bucket that holds the state."
  type        = string
}

variable "lock_table_name" {
  description = "Name of the DynamoDB table that holds the locks."
  type        = string
}

variable "tags" {
  description = "Tags of every resource of this module."
  type        = map(string)
  default     = {}
}
