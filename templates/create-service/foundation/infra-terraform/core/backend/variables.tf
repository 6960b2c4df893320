variable "bucket" {
  description = "Name of the bucket that holds the state"
  type        = string
}

variable "lock_table" {
  description = "Name of the table that locks the state"
  type        = string
}
