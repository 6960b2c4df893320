variable "name" {
  description = "Name of the network; prefixes the names of its parts."
  type        = string
}

variable "cidr_block" {
  description = "Address range of the network; a /16 leaves room for sixteen subnets."
  type        = string
  default     = "10.0.0.0/16"
}

variable "zone_count" {
  description = "How many availability zones to span."
  type        = number
  default     = 3

  validation {
    condition     = var.zone_count >= 1 && var.zone_count <= 8
    error_message = "zone_count must be between 1 and 8, the number of subnets of each kind that fit the range."
  }
}

variable "single_nat_gateway" {
  description = "One NAT gateway for all zones: cheaper, and enough outside production."
  type        = bool
  default     = true
}

variable "tags" {
  description = "Tags of every resource of this module."
  type        = map(string)
  default     = {}
}
